import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';
import { onTestFinished, vi } from 'vitest';
import type { TokenGrant } from '#server/setting-parts/relay.ts';
import { freePort } from './free-port.ts';

export const clientSecret = 'a word that only the token server knows';

export type TokenServer = {
  /** What asks this server for a token by the client secret alone. */
  grant: TokenGrant;
  /** The same by a refresh token, as an account has given its leave once. */
  grantByRefresh: () => Promise<TokenGrant & { refreshToken: string }>;
  /** How often a token was given out. */
  given: number;
  isGood: (token: string) => Promise<boolean>;
  /** As when an administrator ends every session. */
  withdraw: (token: string) => Promise<void>;
};

type Traits = { tokenSeconds?: number; replacesRefreshTokens?: boolean };

const clientId = 'nodomoto';

/** A real OAuth 2.0 server on the loopback address. It is closed when the test ends. */
export async function aTokenServer({
  tokenSeconds = 600,
  replacesRefreshTokens = false,
}: Traits = {}): Promise<TokenServer> {
  // It says at every start that it is not made ready for production, which it is not.
  vi.spyOn(console, 'warn').mockReturnValue();
  vi.spyOn(console, 'info').mockReturnValue();
  onTestFinished(() => void vi.restoreAllMocks());
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        grant_types: ['client_credentials', 'refresh_token', 'authorization_code'],
        redirect_uris: ['https://nodomoto.example/agreed'],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    cookies: { keys: ['a cookie key of this test'] },
    features: { clientCredentials: { enabled: true }, devInteractions: { enabled: false } },
    scopes: ['openid', 'offline_access', 'mail.send'],
    ttl: { ClientCredentials: tokenSeconds, AccessToken: tokenSeconds, RefreshToken: 3600, Grant: 3600 },
    rotateRefreshToken: replacesRefreshTokens,
    findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
  });
  const http = createServer(provider.callback());
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', () => resolve()));
  onTestFinished(() => void http.close());
  const find = async (token: string) =>
    (await provider.ClientCredentials.find(token)) ?? (await provider.AccessToken.find(token));
  const grant: TokenGrant = {
    tokenUrl: `${issuer}/token`,
    clientId,
    clientSecret,
    scope: 'mail.send',
    refreshToken: null,
  };
  const running: TokenServer = {
    grant,
    grantByRefresh: async () => ({ ...grant, scope: null, refreshToken: await refreshTokenOf(provider) }),
    given: 0,
    isGood: async (token) => (await find(token))?.isValid ?? false,
    withdraw: async (token) => void (await (await find(token))?.destroy()),
  };
  provider.on('grant.success', () => {
    running.given += 1;
  });
  return running;
}

async function refreshTokenOf(provider: Provider): Promise<string> {
  const client = await provider.Client.find(clientId);
  if (!client) throw new Error('The token server does not know its client.');
  const accountId = 'nudge@nodomoto.example';
  const scope = 'openid offline_access';
  const leave = new provider.Grant({ clientId, accountId });
  leave.addOIDCScope(scope);
  const grantId = await leave.save();
  return new provider.RefreshToken({ client, accountId, grantId, scope, gty: 'authorization_code' }).save();
}
