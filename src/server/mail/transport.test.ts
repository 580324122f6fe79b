import { expect, onTestFinished, test } from 'vitest';
import { aMailServer, type Manner } from '#testing/a-mail-server.ts';
import { openSmtpTransport, type SmtpManner } from './transport.ts';

const envelope = { from: 'nudge@nodomoto.example', to: 'mei@kazehaya.example' };
const letter = (words: string) => new TextEncoder().encode(`Subject: stock\r\n\r\n${words}\r\n`);

function aTransport(smtpUrl: string, manner: SmtpManner = {}) {
  const transport = openSmtpTransport(smtpUrl, manner);
  onTestFinished(() => transport.close());
  return transport;
}

async function deliveredTo(manner: Manner) {
  const server = await aMailServer(manner);
  return aTransport(server.smtpUrl).deliver(envelope, letter('four days'));
}

test('a mail the server takes arrives as it was written, over one connection for many', async () => {
  const server = await aMailServer();
  const transport = aTransport(server.smtpUrl);
  expect(await transport.deliver(envelope, letter('four days'))).toMatchObject({
    kind: 'accepted',
    reply: expect.stringMatching(/^250 /),
  });
  expect(await transport.deliver(envelope, letter('five days'))).toMatchObject({ kind: 'accepted' });
  expect(server.received).toEqual([expect.stringContaining('four days'), expect.stringContaining('five days')]);
  expect(server.connections).toBe(1);
});

test.each([
  ['hangs up at MAIL', 'connection'],
  ['hangs up at RCPT', null],
] as const)(
  'a server that %s had no body, so the mail may be tried again; that troubles: %s',
  async (manner, trouble) => {
    expect(await deliveredTo(manner)).toMatchObject({ kind: 'deferred', trouble });
  },
);

test.each([
  ['MAIL', 'connection'],
  ['RCPT', null],
  ['the dot', null],
] as const)('what a server says at %s as it hangs up (421) is kept, and troubles: %s', async (at, trouble) => {
  const reply = '421 4.7.0 too many mails, goodbye';
  expect(await deliveredTo({ at, reply })).toEqual({ kind: 'deferred', reply, trouble });
});

test.each<Manner>(['hangs up in the body', 'hangs up after the dot'])(
  'of a server that %s nobody can tell what it kept',
  async (manner) => {
    expect(await deliveredTo(manner)).toMatchObject({ kind: 'unknown' });
  },
);

test.each(['RCPT', 'the dot'] as const)('a 451 at %s is a clear no for now to this mail', async (at) => {
  expect(await deliveredTo({ at, reply: '451 4.7.1 try later' })).toEqual({
    kind: 'deferred',
    reply: '451 4.7.1 try later',
    trouble: null,
  });
});

test.each([
  ['550 5.1.1 no such user', 'RCPT', 'recipient'],
  ['550 5.1.10 null MX', 'RCPT', 'recipient'],
  ['550 5.1.1 no such user', 'the dot', 'recipient'],
  ['550 5.7.1 not wanted, see https://x.example/5.1.1', 'RCPT', 'message'],
  ['554 5.7.1 looks like spam', 'the dot', 'message'],
] as const)('%s at %s is final; what is refused is the %s', async (reply, at, refused) => {
  expect(await deliveredTo({ at, reply })).toEqual({ kind: 'failed', refused, reply });
});

test.each([
  ['550 5.1.8 bad sender', 'MAIL', 'sender'],
  ['550 5.1.1 no such user', 'MAIL', 'sender'],
  ['451 4.3.0 busy', 'MAIL', 'sender'],
  ['554 5.7.1 Relay access denied', 'RCPT', 'relay'],
  ['554 5.7.1 no mail from you', 'greeting', 'connection'],
] as const)('%s at %s puts the mail off, since it troubles every mail: %s', async (reply, at, trouble) => {
  expect(await deliveredTo({ at, reply })).toMatchObject({ kind: 'deferred', trouble, reply });
});

test('an address that no server could be told fails its own mail, and troubles no other', async () => {
  const server = await aMailServer();
  const outcome = await aTransport(server.smtpUrl).deliver({ ...envelope, to: 'mei@k.example>\r\nDATA' }, letter('no'));
  expect(outcome).toMatchObject({ kind: 'failed', refused: 'message' });
});

test('after a refusal the next mail goes over a connection of its own', async () => {
  const server = await aMailServer({ at: 'RCPT', reply: '550 5.1.1 no such user' });
  const transport = aTransport(server.smtpUrl);
  await transport.deliver(envelope, letter('four days'));
  server.behave('accepts');
  expect(await transport.deliver(envelope, letter('five days'))).toMatchObject({ kind: 'accepted' });
  expect(server.connections).toBe(2);
});

test('a connection that the server closed while nothing was sent does not put off the next mail', async () => {
  const server = await aMailServer();
  const transport = aTransport(server.smtpUrl);
  await transport.deliver(envelope, letter('four days'));
  server.hangUp();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await transport.deliver(envelope, letter('five days'))).toMatchObject({ kind: 'accepted' });
});

test('a connection that ends just as it is used again is replaced, and the mail goes', async () => {
  const server = await aMailServer();
  const transport = aTransport(server.smtpUrl);
  await transport.deliver(envelope, letter('four days'));
  const next = transport.deliver(envelope, letter('five days'));
  server.hangUp();
  expect(await next).toMatchObject({ kind: 'accepted' });
});

test('a server that is not there puts the mail off', async () => {
  const server = await aMailServer();
  const gone = server.smtpUrl.replace(/\d+$/, '1');
  expect(await aTransport(gone).deliver(envelope, letter('four days'))).toMatchObject({
    kind: 'deferred',
    trouble: 'connection',
  });
});

test('the name and password of the address are used, whatever characters they hold', async () => {
  const server = await aMailServer('accepts', { user: 'nudge@nodomoto.example', pass: 'p:ss/w#rd%' });
  expect(await aTransport(server.smtpUrl).deliver(envelope, letter('four days'))).toMatchObject({ kind: 'accepted' });
});

test('a wrong password puts the mail off, is tried once by all who wait, and leaves no connection open', async () => {
  const server = await aMailServer('accepts', { user: 'nudge', pass: 'right' });
  const transport = aTransport(server.smtpUrl.replace('right', 'wrong'), { connections: 3 });
  const outcomes = await Promise.all([1, 2, 3].map(() => transport.deliver(envelope, letter('four days'))));
  for (const outcome of outcomes)
    expect(outcome).toMatchObject({ kind: 'deferred', trouble: 'login', reply: '535 5.7.8 no' });
  expect(server.logins).toBe(1);
  await expect.poll(() => server.open()).toBe(0);
});

test('a server that offers no login is told no password, and the mail waits with the reason', async () => {
  const server = await aMailServer('accepts', { user: 'nudge', pass: 'right', offers: [] });
  expect(await aTransport(server.smtpUrl).deliver(envelope, letter('four days'))).toMatchObject({
    kind: 'deferred',
    trouble: 'login',
    reply: expect.stringContaining('offers no login'),
  });
});

/** The same server by a name that is not a loopback one; the system takes both to the same place. */
const fromOutside = (smtpUrl: string) => smtpUrl.replace('127.0.0.1', '0.0.0.0');

test('outside loopback a server that does not encrypt gets no mail, unless it is allowed', async () => {
  const server = await aMailServer();
  const outside = fromOutside(server.smtpUrl);
  expect(await aTransport(outside).deliver(envelope, letter('four days'))).toMatchObject({
    kind: 'deferred',
    trouble: 'tls',
  });
  expect(await aTransport(outside, { tls: 'allow' }).deliver(envelope, letter('four days'))).toMatchObject({
    kind: 'accepted',
  });
});

test('on loopback encryption is asked for where it is required', async () => {
  const plain = await aMailServer();
  const encrypted = await aMailServer('accepts', { offers: ['STARTTLS'] });
  const required = { tls: 'require' } as const;
  expect(await aTransport(plain.smtpUrl, required).deliver(envelope, letter('four'))).toMatchObject({ trouble: 'tls' });
  expect(await aTransport(encrypted.smtpUrl, required).deliver(envelope, letter('four'))).toMatchObject({
    kind: 'accepted',
  });
});

test('a certificate that nobody vouches for is a trouble of encryption', async () => {
  const server = await aMailServer('accepts', { offers: ['STARTTLS'] });
  expect(await aTransport(fromOutside(server.smtpUrl)).deliver(envelope, letter('four'))).toMatchObject({
    kind: 'deferred',
    trouble: 'tls',
    reply: expect.stringContaining('certificate'),
  });
});

test('outside loopback no password goes in clear, even where mail may', async () => {
  const server = await aMailServer('accepts', { user: 'nudge', pass: 'right' });
  const transport = aTransport(fromOutside(server.smtpUrl), { tls: 'allow' });
  expect(await transport.deliver(envelope, letter('four'))).toMatchObject({ kind: 'deferred', trouble: 'tls' });
  expect(server.logins).toBe(0);
});

test('a recipient about whom the server keeps silent holds up no other', async () => {
  const server = await aMailServer('keeps silent at RCPT for silent@kazehaya.example');
  const transport = aTransport(server.smtpUrl, { connections: 2, patienceMs: 600 });
  const silent = transport.deliver({ ...envelope, to: 'silent@kazehaya.example' }, letter('four'));
  const others = await Promise.all([1, 2, 3].map(() => transport.deliver(envelope, letter('five'))));
  expect(others.map(({ kind }) => kind)).toEqual(['accepted', 'accepted', 'accepted']);
  expect(await silent).toMatchObject({ kind: 'deferred', trouble: null });
  expect(server.connections).toBe(2);
});

test('patience before the body is short; with the body under way the server may take its time', async () => {
  const server = await aMailServer('keeps silent after the dot for mei@kazehaya.example');
  const transport = aTransport(server.smtpUrl, { patienceMs: 400 });
  const slow = transport.deliver(envelope, letter('four'));
  const early = new Promise((resolve) => setTimeout(() => resolve('still waiting'), 1000));
  expect(await Promise.race([slow, early])).toBe('still waiting');
  server.hangUp();
  expect(await slow).toMatchObject({ kind: 'unknown' });
});

test('a server that allows fewer connections than we do is content with those', async () => {
  const server = await aMailServer('accepts', { most: 2 });
  const transport = aTransport(server.smtpUrl, { connections: 4 });
  const mails = Array.from({ length: 12 }, (_, index) => transport.deliver(envelope, letter(`mail ${index}`)));
  expect(new Set((await Promise.all(mails)).map(({ kind }) => kind))).toEqual(new Set(['accepted']));
  expect(server.received).toHaveLength(12);
});
