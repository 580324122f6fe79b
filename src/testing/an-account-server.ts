import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';
import { onTestFinished, vi } from 'vitest';
import type { CompanyAccounts } from '#server/setting-parts/company-account.ts';
import { freePort } from './free-port.ts';

/** What the company says of whoever signs in. */
export type Account = { email?: string; email_verified?: boolean; xms_edov?: unknown };

export type AccountServer = {
  accounts: CompanyAccounts;
  /** Whose account it is that signs in next, or that nobody is let through. */
  account: Account | 'refused';
  /** Signs in as a browser does that was sent to `url`: the query with which it is sent back to the site. */
  signIn: (url: string) => Promise<string>;
};

type Traits = { callback: string; isPublic?: boolean; claimsInToken?: boolean };

const clientId = 'nodomoto';
const clientSecret = 'a word that only the account server knows';

/** A real OpenID Connect server on the loopback address, which lets no client do without PKCE. It is closed when the test ends. */
export async function anAccountServer({
  callback,
  isPublic = false,
  claimsInToken = true,
}: Traits): Promise<AccountServer> {
  // It says at every start that it is not made ready for production, which it is not.
  vi.spyOn(console, 'warn').mockReturnValue();
  vi.spyOn(console, 'info').mockReturnValue();
  onTestFinished(() => void vi.restoreAllMocks());
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const running: AccountServer = {
    accounts: { issuer, clientId, clientSecret: isPublic ? null : clientSecret },
    account: 'refused',
    signIn: (url) => walk(url, callback),
  };
  const claimsNow = () => (running.account === 'refused' ? {} : running.account);
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        redirect_uris: [callback],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        ...(isPublic
          ? { token_endpoint_auth_method: 'none' }
          : { client_secret: clientSecret, token_endpoint_auth_method: 'client_secret_post' }),
      },
    ],
    cookies: { keys: ['a cookie key of this test'] },
    pkce: { required: () => true },
    conformIdTokenClaims: !claimsInToken,
    claims: { openid: ['sub'], email: ['email', 'email_verified', 'xms_edov'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId, ...claimsNow() }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({ clientId, accountId: oidc.session?.accountId ?? '' });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  const http = createServer((request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response);
    const result = running.account === 'refused' ? { error: 'access_denied' } : { login: { accountId: 'mei' } };
    void provider.interactionFinished(request, response, result);
  });
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', () => resolve()));
  onTestFinished(() => void http.close());
  return running;
}

/** Follows the server's redirects, with the cookies that it sets, until one leads back to the site. */
async function walk(url: string, callback: string): Promise<string> {
  const cookies = new Map<string, string>();
  for (let at = url; ; ) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await fetch(at, { redirect: 'manual', headers: { cookie } });
    for (const line of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const to = reply.headers.get('location');
    if (to === null) throw new Error(`${reply.status} ${await reply.text()}`);
    at = new URL(to, at).href;
    if (at.startsWith(callback)) return new URL(at).search;
  }
}
