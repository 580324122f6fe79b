import { expect, onTestFinished, test } from 'vitest';
import { aLog } from '#testing/a-log.ts';
import { aMailServer, type TokenVerdict } from '#testing/a-mail-server.ts';
import { aManner } from '#testing/a-manner.ts';
import { aTokenServer } from '#testing/a-token-server.ts';
import { openAccessTokens } from './access-tokens.ts';
import { openSmtpTransport } from './transport.ts';
import { tryServer } from './try-server.ts';

const user = 'nudge@nodomoto.example';
const envelope = { from: user, to: 'mei@kazehaya.example' };
const letter = new TextEncoder().encode('Subject: stock\r\n\r\nfour days\r\n');

/** As Google says it: status, schemes and scope in a challenge, before the refusal. */
const challenge = { status: '401', schemes: 'bearer mac', scope: 'https://mail.example/' };

/** A mail server that asks the token server about each token, and a transport that signs in with those. */
async function aRelay(refusal: NonNullable<TokenVerdict>, connections = 1) {
  const tokenServer = await aTokenServer();
  const seen: string[] = [];
  const server = await aMailServer('accepts', {
    user,
    judgeToken: async (token) => {
      seen.push(token);
      return (await tokenServer.isGood(token)) ? null : refusal;
    },
  });
  const tokens = openAccessTokens(tokenServer.grant, { fetch, clock: Date.now, log: aLog().log });
  const manner = aManner({ tokens, connections });
  const transport = openSmtpTransport(server.smtpUrl, manner);
  onTestFinished(() => transport.close());
  return { tokenServer, server, seen, tokens, manner, deliver: () => transport.deliver(envelope, letter) };
}

test('mail goes after a login with a token, and no password is needed', async () => {
  const { server, deliver } = await aRelay({ challenge });
  expect(await deliver()).toMatchObject({ kind: 'accepted' });
  expect(server.received).toEqual([expect.stringContaining('four days')]);
});

test('several connections log in with one token', async () => {
  const { server, tokenServer, deliver } = await aRelay({ challenge }, 3);
  const outcomes = await Promise.all([deliver(), deliver(), deliver()]);
  expect(outcomes.map(({ kind }) => kind)).toEqual(['accepted', 'accepted', 'accepted']);
  expect(server.logins).toBe(3);
  expect(tokenServer.given).toBe(1);
});

test.each<NonNullable<TokenVerdict>>([{ challenge }, { reply: '535 5.7.3 Authentication unsuccessful' }])(
  'a token that was withdrawn while it was at hand is replaced by a new one, and the mail goes, after %o',
  async (refusal) => {
    const { server, tokenServer, seen, deliver } = await aRelay(refusal);
    await deliver();
    server.hangUp();
    await expect.poll(() => server.open()).toBe(0);
    await tokenServer.withdraw(seen[0] ?? '');
    expect(await deliver()).toMatchObject({ kind: 'accepted' });
    expect(tokenServer.given).toBe(2);
    expect(server.logins).toBe(3);
  },
);

test('a new token that is refused is a trouble of the login, told with what the server said in its challenge, and tried once', async () => {
  const tokenServer = await aTokenServer();
  const server = await aMailServer('accepts', { user, judgeToken: async () => ({ challenge }) });
  const tokens = openAccessTokens(tokenServer.grant, { fetch, clock: Date.now, log: aLog().log });
  const transport = openSmtpTransport(server.smtpUrl, aManner({ tokens }));
  expect(await transport.deliver(envelope, letter)).toEqual({
    kind: 'deferred',
    trouble: 'login',
    reply:
      '535 Error: Username and Password not accepted (status 401, schemes bearer mac, scope https://mail.example/)',
  });
  expect(server.logins).toBe(1);
  await expect.poll(() => server.open()).toBe(0);
});

test('a refusal without a challenge is told as it was said', async () => {
  const { tokenServer, server, seen, deliver, manner } = await aRelay({
    reply: '535 5.7.139 SmtpClientAuth is disabled',
  });
  await deliver();
  await tokenServer.withdraw(seen[0] ?? '');
  const refusing = await aMailServer('accepts', {
    user,
    judgeToken: async () => ({ reply: '535 5.7.139 SmtpClientAuth is disabled' }),
  });
  expect(await tryServer(refusing.smtpUrl, user, manner)).toEqual({
    trouble: 'login',
    reply: '535 5.7.139 SmtpClientAuth is disabled',
  });
  expect(server.received).toHaveLength(1);
});

test('where the token server refuses us, the mail waits with its words, and the mail server is told nothing', async () => {
  const tokenServer = await aTokenServer();
  const server = await aMailServer('accepts', { user, judgeToken: async () => null });
  const grant = { ...tokenServer.grant, clientSecret: 'an old secret' };
  const tokens = openAccessTokens(grant, { fetch, clock: Date.now, log: aLog().log });
  const outcome = await openSmtpTransport(server.smtpUrl, aManner({ tokens })).deliver(envelope, letter);
  expect(outcome).toMatchObject({
    kind: 'deferred',
    trouble: 'login',
    reply: expect.stringContaining('refuses: invalid_client'),
  });
  expect(server.logins).toBe(0);
});

test('a mail server that takes passwords only is told no token, and says so', async () => {
  const tokenServer = await aTokenServer();
  const server = await aMailServer('accepts', { user, pass: 'right' });
  const tokens = openAccessTokens(tokenServer.grant, { fetch, clock: Date.now, log: aLog().log });
  const address = server.smtpUrl.replace(':right', '');
  expect(await tryServer(address, user, aManner({ tokens }))).toEqual({
    trouble: 'login',
    reply: 'The server takes no token (XOAUTH2), only PLAIN and LOGIN.',
  });
  expect(tokenServer.given).toBe(0);
});

test('a server that hangs up on a token has troubled the connection', async () => {
  const tokenServer = await aTokenServer();
  const server = await aMailServer('accepts', {
    user,
    judgeToken: async () => {
      server.hangUp();
      return null;
    },
  });
  const tokens = openAccessTokens(tokenServer.grant, { fetch, clock: Date.now, log: aLog().log });
  expect(await tryServer(server.smtpUrl, user, aManner({ tokens }))).toMatchObject({ trouble: 'connection' });
});
