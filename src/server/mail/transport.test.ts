import { expect, onTestFinished, test } from 'vitest';
import { aMailServer, type Manner } from '#testing/a-mail-server.ts';
import { openSmtpTransport } from './transport.ts';

const envelope = { from: 'nudge@nodomoto.example', to: 'mei@kazehaya.example' };
const letter = (words: string) => new TextEncoder().encode(`Subject: stock\r\n\r\n${words}\r\n`);

function aTransport(smtpUrl: string) {
  const transport = openSmtpTransport(smtpUrl);
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

test.each<Manner>(['hangs up at MAIL', 'hangs up at RCPT'])(
  'a server that %s had no body, so the mail may be tried again',
  async (manner) => {
    expect(await deliveredTo(manner)).toMatchObject({ kind: 'deferred' });
  },
);

test.each<Manner>(['hangs up in the body', 'hangs up after the dot'])(
  'of a server that %s nobody can tell what it kept',
  async (manner) => {
    expect(await deliveredTo(manner)).toMatchObject({ kind: 'unknown' });
  },
);

test.each(['MAIL', 'RCPT', 'the dot'] as const)('a 451 at %s is a clear no for now', async (at) => {
  expect(await deliveredTo({ at, reply: '451 4.7.1 try later' })).toMatchObject({
    kind: 'deferred',
    reply: expect.stringContaining('try later'),
  });
});

test.each([
  ['550 5.1.1 no such user', 'RCPT', 'address'],
  ['550 5.1.10 null MX', 'RCPT', 'address'],
  ['550 5.7.1 not wanted', 'RCPT', 'mail'],
  ['554 5.7.1 looks like spam', 'the dot', 'mail'],
  ['550 5.1.8 bad sender', 'MAIL', 'sender'],
  ['550 5.1.1 no such user', 'MAIL', 'sender'],
] as const)('%s at %s is final; what is refused is the %s', async (reply, at, refused) => {
  expect(await deliveredTo({ at, reply })).toMatchObject({ kind: 'failed', refused });
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

test('a server that is not there puts the mail off', async () => {
  const server = await aMailServer();
  const gone = server.smtpUrl.replace(/\d+$/, '1');
  expect(await aTransport(gone).deliver(envelope, letter('four days'))).toMatchObject({ kind: 'deferred' });
});

test('the name and password of the address are used, whatever characters they hold', async () => {
  const server = await aMailServer('accepts', { user: 'nudge@nodomoto.example', pass: 'p:ss/w#rd%' });
  expect(await aTransport(server.smtpUrl).deliver(envelope, letter('four days'))).toMatchObject({ kind: 'accepted' });
});

test('a wrong password puts the mail off: the mail itself was not refused', async () => {
  const server = await aMailServer('accepts', { user: 'nudge', pass: 'right' });
  expect(
    await aTransport(server.smtpUrl.replace('right', 'wrong')).deliver(envelope, letter('four days')),
  ).toMatchObject({ kind: 'deferred' });
});
