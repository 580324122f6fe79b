import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  type IDToken,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type UserInfoResponse,
} from 'openid-client';
import type { CompanyAccounts } from '#server/setting-parts/company-account.ts';

/** Why somebody did not get in. *stale*: not begun in this browser, or too long ago. */
export type CompanyProblem = 'unreachable' | 'refused' | 'stale' | 'not-believed' | 'unverified';

type Problem = { ok: false; why: CompanyProblem; err: unknown };

export type CompanySignIn = {
  /** Where the browser is sent, and what it keeps meanwhile. */
  begin: () => Promise<{ ok: true; url: string; kept: string } | Problem>;
  /** Whose account it is, from the query with which the browser comes back, and what it kept. The address is verified, in lower case. */
  finish: (query: string, kept: string | undefined) => Promise<{ ok: true; email: string } | Problem>;
};

export const companyCallback = '/desk/company/callback';

/** Seconds that the company's server may take. */
const patience = 10;

/** OpenID Connect with the company's own server: code flow, with PKCE, state and nonce demanded, and the signature of its word checked beside its certificate. It ends at our session; nothing of its tokens is kept. */
export function companySignIn(accounts: CompanyAccounts, siteUrl: string): CompanySignIn {
  let found: Promise<Configuration> | null = null;
  const server = async () => {
    found ??= discover(accounts);
    try {
      return await found;
    } catch (err) {
      // The next who asks tries again.
      found = null;
      throw err;
    }
  };
  return {
    begin: async () => {
      const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
      try {
        const url = buildAuthorizationUrl(await server(), {
          redirect_uri: `${siteUrl}${companyCallback}`,
          scope: 'openid email',
          code_challenge: await calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          state,
          nonce,
        });
        return { ok: true, url: url.href, kept: [state, nonce, verifier].join('.') };
      } catch (err) {
        return { ok: false, why: 'unreachable', err };
      }
    },
    finish: async (query, kept) => {
      const [state, nonce, verifier] = kept?.split('.') ?? [];
      if (!state || !nonce || !verifier || new URLSearchParams(query).get('state') !== state)
        return { ok: false, why: 'stale', err: null };
      try {
        const config = await server();
        const tokens = await authorizationCodeGrant(config, new URL(`${siteUrl}${companyCallback}${query}`), {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (!claims) return { ok: false, why: 'not-believed', err: null };
        const email = verifiedEmail(claims) ?? (await askedEmail(config, tokens.access_token, claims));
        return email === null ? { ok: false, why: 'unverified', err: null } : { ok: true, email };
      } catch (err) {
        return { ok: false, why: err instanceof AuthorizationResponseError ? 'refused' : 'not-believed', err };
      }
    },
  };
}

function discover({ issuer, clientId, clientSecret }: CompanyAccounts): Promise<Configuration> {
  const insecure = new URL(issuer).protocol === 'http:';
  return discovery(
    new URL(issuer),
    clientId,
    undefined,
    clientSecret === null ? None() : ClientSecretPost(clientSecret),
    { timeout: patience, execute: [enableNonRepudiationChecks, ...(insecure ? [allowInsecureRequests] : [])] },
  );
}

/** Some servers tell addresses only to whoever asks for them with the token. */
async function askedEmail(config: Configuration, accessToken: string, { sub }: IDToken): Promise<string | null> {
  if (!config.serverMetadata().userinfo_endpoint) return null;
  return verifiedEmail(await fetchUserInfo(config, accessToken, sub));
}

/** An address that its owner could have typed there himself is nobody's. Entra ID has no `email_verified`, and says by `xms_edov` that the organisation owns the domain. */
function verifiedEmail(claims: IDToken | UserInfoResponse): string | null {
  const { email, email_verified: verified, xms_edov: ownDomain } = claims;
  const isVerified =
    verified === undefined ? [true, 1, '1', 'true'].some((yes) => yes === ownDomain) : verified === true;
  return typeof email === 'string' && isVerified ? email.trim().toLowerCase() : null;
}
