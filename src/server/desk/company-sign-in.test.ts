import { expect, test } from 'vitest';
import { aLyingAccountServer, type Lie } from '#testing/a-lying-account-server.ts';
import { type Account, anAccountServer } from '#testing/an-account-server.ts';
import { freePort } from '#testing/free-port.ts';
import { companyCallback, companySignIn } from './company-sign-in.ts';

const siteUrl = 'https://learn.firm.example';
const callback = `${siteUrl}${companyCallback}`;
const mei = { email: 'Mei@Firm.example', email_verified: true };

async function aDoor(traits: { isPublic?: boolean; claimsInToken?: boolean } = {}) {
  const server = await anAccountServer({ callback, ...traits });
  const door = companySignIn(server.accounts, siteUrl);
  const begin = async () => {
    const begun = await door.begin();
    if (!begun.ok) throw begun.err;
    return begun;
  };
  const signIn = async (account: Account | 'refused') => {
    server.account = account;
    const { url, kept } = await begin();
    return door.finish(await server.signIn(url), kept);
  };
  return { server, door, begin, signIn };
}

test('whoever signs in with the company account is known by its verified address, in lower case', async () => {
  for (const traits of [{}, { isPublic: true }, { claimsInToken: false }]) {
    const { signIn } = await aDoor(traits);
    expect(await signIn(mei)).toEqual({ ok: true, email: 'mei@firm.example' });
  }
});

test.each([
  ['that nobody verified', { email: 'mei@firm.example', email_verified: false }],
  ['of which nothing is said', { email: 'mei@firm.example' }],
  ['that is missing', { email_verified: true }],
  ['whose domain is another’s', { email: 'mei@firm.example', xms_edov: false }],
  ['that nobody verified, whatever its domain', { email: 'mei@firm.example', email_verified: false, xms_edov: true }],
])('an address %s lets nobody in', async (_, account) => {
  for (const claimsInToken of [true, false]) {
    const { signIn } = await aDoor({ claimsInToken });
    expect(await signIn(account)).toMatchObject({ ok: false, why: 'unverified' });
  }
});

test('Entra ID’s way to say that the organisation owns the domain of an address is believed', async () => {
  const { signIn } = await aDoor();
  for (const xms_edov of [true, '1', 1])
    expect(await signIn({ email: 'mei@firm.example', xms_edov })).toEqual({ ok: true, email: 'mei@firm.example' });
});

test('whoever the company does not let through is told so', async () => {
  const { signIn } = await aDoor();
  expect(await signIn('refused')).toMatchObject({ ok: false, why: 'refused' });
});

test('an answer fits the browser that began alone, and once', async () => {
  const { server, door, begin } = await aDoor();
  server.account = mei;
  const [one, other] = [await begin(), await begin()];
  const query = await server.signIn(one.url);
  for (const kept of [undefined, '', other.kept, 'a.b.c'])
    expect(await door.finish(query, kept)).toMatchObject({ ok: false, why: 'stale' });
  const [state, nonce, verifier] = one.kept.split('.');
  expect(await door.finish(query, [state, 'another', verifier].join('.'))).toMatchObject({ why: 'not-believed' });
  expect(await door.finish(query, one.kept)).toMatchObject({ ok: false, why: 'not-believed' });
  const again = await server.signIn(other.url);
  expect(await door.finish(again, [other.kept.split('.')[0], nonce, verifier].join('.'))).toMatchObject({
    why: 'not-believed',
  });
});

/** Comes back from a server with a token that holds a lie, or none. */
async function comeBack(lie: Lie) {
  const { accounts, answer } = await aLyingAccountServer(lie);
  const door = companySignIn(accounts, siteUrl);
  const begun = await door.begin();
  if (!begun.ok) return begun;
  const [state = '', nonce = ''] = begun.kept.split('.');
  answer.nonce = nonce;
  return door.finish(`?code=x&state=${state}`, begun.kept);
}

test.each<[string, Lie]>([
  ['signed with a key that the server does not publish', { signed: 'others' }],
  ['that is not signed', { signed: 'none' }],
  ['of another server', { claims: { iss: 'https://login.elsewhere.example' } }],
  ['that was made for another client', { claims: { aud: 'another' } }],
  ['that is over', { claims: { exp: 1_000_000_000 } }],
  ['of another sign-in', { claims: { nonce: 'another' } }],
])('a token %s lets nobody in', async (_, lie) => {
  expect(await comeBack({})).toEqual({ ok: true, email: 'mei@firm.example' });
  expect(await comeBack(lie)).toMatchObject({ ok: false, why: 'not-believed' });
});

test('a server that says it is another is not asked', async () => {
  expect(await comeBack({ issuer: 'https://login.elsewhere.example' })).toMatchObject({
    ok: false,
    why: 'unreachable',
  });
});

test('each sign-in is sent with a challenge, a state and a nonce of its own, and asks for the address alone', async () => {
  const { begin } = await aDoor();
  const asked = (await Promise.all([begin(), begin()])).map(({ url }) => new URL(url).searchParams);
  for (const name of ['code_challenge', 'state', 'nonce'])
    expect(new Set(asked.map((query) => query.get(name))).size).toBe(2);
  expect(asked[0]?.get('code_challenge_method')).toBe('S256');
  expect(asked[0]?.get('scope')).toBe('openid email');
});

test('a server that cannot be reached is told as such, and asked anew by the next', async () => {
  const port = await freePort();
  const door = companySignIn({ issuer: `http://127.0.0.1:${port}`, clientId: 'x', clientSecret: null }, siteUrl);
  for (let turn = 0; turn < 2; turn += 1) expect(await door.begin()).toMatchObject({ ok: false, why: 'unreachable' });
});
