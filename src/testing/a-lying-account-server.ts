import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import { onTestFinished } from 'vitest';
import type { CompanyAccounts } from '#server/setting-parts/company-account.ts';
import { freePort } from './free-port.ts';

/** What it puts into its token in place of the truth. */
export type Lie = {
  claims?: Record<string, unknown>;
  /** *others*: by a key that it does not publish. *none*: not at all, and it says so. */
  signed?: 'others' | 'none';
  /** The issuer that it says it is when it is asked. */
  issuer?: string;
};

const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
const others = generateKeyPairSync('rsa', { modulusLength: 2048 });

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

function tokenOf(claims: Record<string, unknown>, signed: Lie['signed']): string {
  const head = signed === 'none' ? { alg: 'none' } : { alg: 'RS256', kid: 'own' };
  const text = `${encoded(head)}.${encoded(claims)}`;
  if (signed === 'none') return `${text}.`;
  const { privateKey } = signed === 'others' ? others : own;
  return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`;
}

/** An OpenID Connect server that lies: real ones do not, so it is of our own. `nonce` is that of the sign-in it answers. */
export async function aLyingAccountServer(lie: Lie): Promise<{ accounts: CompanyAccounts; answer: { nonce: string } }> {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const answer = { nonce: '' };
  const now = Math.floor(Date.now() / 1000);
  const truth = { iss: issuer, aud: 'nodomoto', sub: 'mei', iat: now, exp: now + 60 };
  const person = { email: 'mei@firm.example', email_verified: true };
  const told = (path: string): unknown => {
    if (path === '/keys') return { keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'own', alg: 'RS256' }] };
    if (path === '/token') {
      const claims = { ...truth, ...person, nonce: answer.nonce, ...lie.claims };
      return { access_token: 'a', token_type: 'Bearer', id_token: tokenOf(claims, lie.signed) };
    }
    return {
      issuer: lie.issuer ?? issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      response_types_supported: ['code'],
      id_token_signing_alg_values_supported: ['RS256'],
    };
  };
  const http = createServer((request, response) => {
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(told(request.url ?? '')));
  });
  await new Promise<void>((ready) => http.listen(port, '127.0.0.1', ready));
  onTestFinished(() => void http.close());
  return { accounts: { issuer, clientId: 'nodomoto', clientSecret: null }, answer };
}
