import { expect, test } from 'vitest';
import { openSmtpTransport, type Transport } from '#server/mail/transport.ts';
import { aManner } from '#testing/a-manner.ts';
import { aMessage, hourMs } from '#testing/a-message.ts';
import { aSender, start } from '#testing/a-sender.ts';
import { claimQueued, leaseMs } from './claims.ts';
import { releaseDue } from './outbox.ts';
import { sendDue } from './send-due.ts';

const attempt = { message: 1, person: null, purpose: 'nudge', attempt: 1 };

test.each([
  ['RCPT', '550 5.1.1 no such user', { level: 'warn', event: 'message-refused', refused: 'recipient' }],
  ['the dot', '554 5.7.1 looks like spam', { level: 'warn', event: 'message-refused', refused: 'message' }],
  ['RCPT', '451 4.7.1 try later', { level: 'warn', event: 'message-deferred', trouble: null }],
] as const)('at %s “%s” is one line', async (at, reply, line) => {
  const { db, server, sender, logged } = await aSender();
  server.behave({ at, reply });
  await aMessage(db, start);
  await sendDue(sender);
  expect(logged()).toEqual([{ ...line, ...attempt, reply: expect.stringContaining(reply) }]);
});

test('a reply that names somebody is logged without the name', async () => {
  const { db, server, sender, logged } = await aSender();
  server.behave({ at: 'RCPT', reply: '550 5.7.1 <mei@kazehaya.example>: not wanted' });
  await aMessage(db, start);
  await sendDue(sender);
  expect(logged()).toMatchObject([{ reply: expect.stringContaining('<address>: not wanted') }]);
});

test('a server that is not there is told, and so is the sign-in mail that waits for it', async () => {
  const { db, sender, time, logged } = await aSender({ transport: openSmtpTransport('smtp://127.0.0.1:9', aManner()) });
  await aMessage(db, start, { purpose: 'sign-in' });
  await sendDue(sender);
  time.now += 30_000;
  await sendDue(sender);
  expect(logged()).toMatchObject([
    { level: 'error', event: 'breaker-opened', trouble: 'connection', reply: expect.stringContaining('ECONNREFUSED') },
    {
      level: 'warn',
      event: 'message-deferred',
      purpose: 'sign-in',
      trouble: 'connection',
      reply: expect.stringContaining('ECONNREFUSED'),
    },
    { level: 'error', event: 'letters-wait', letters: 1, trouble: 'connection' },
  ]);
});

test('a server that did not answer leaves a line of its own', async () => {
  const { db, server, sender, logged } = await aSender();
  server.behave('hangs up after the dot');
  await aMessage(db, start);
  await sendDue(sender);
  expect(logged()).toMatchObject([{ event: 'message-unknown', ...attempt }]);
});

test('a message that expired is one line', async () => {
  const { db, sender, time, logged } = await aSender();
  await aMessage(db, start);
  time.now += 25 * hourMs;
  await sendDue(sender);
  await sendDue(sender);
  expect(logged()).toEqual([{ level: 'warn', event: 'message-expired', message: 1, person: null, purpose: 'nudge' }]);
});

test('a message that must not go after all is one line, with the reason', async () => {
  const { db, sender, logged } = await aSender({ sendBlocker: async () => 'unsubscribed' });
  await aMessage(db, start);
  await sendDue(sender);
  expect(logged()).toEqual([{ level: 'info', event: 'message-cancelled', ...attempt, why: 'unsubscribed' }]);
});

test('a message that cannot be written is one line, with what lay behind it', async () => {
  const compose = () => Promise.reject(new Error('no mail', { cause: new Error('no template') }));
  const { db, sender, logged } = await aSender({ compose });
  await aMessage(db, start);
  await sendDue(sender);
  expect(logged()).toMatchObject([
    { level: 'error', event: 'message-not-written', ...attempt, err: { message: 'no mail: no template' } },
  ]);
});

test('what a sender that died left behind is one line when it is found', async () => {
  const { db, sender, time, logged } = await aSender({ unknownPolicy: 'hold' });
  await aMessage(db, start);
  const dying: Transport = { deliver: () => Promise.reject(new Error('killed')), close: () => undefined };
  await expect(sendDue({ ...sender, transport: dying, worker: 'dead' })).rejects.toThrow('killed');
  time.now += leaseMs + 1;
  await sendDue(sender);
  expect(logged()).toMatchObject([{ level: 'warn', event: 'message-abandoned', ...attempt }]);
});

test('a message that a sender claimed and never began is one line when it is taken back', async () => {
  const { db, sender, time, logged, state } = await aSender();
  const id = await aMessage(db, start);
  await releaseDue(db, start);
  await claimQueued(db, 'dead', start, 1);
  time.now += leaseMs + 1;
  await sendDue(sender);
  expect(logged()[0]).toEqual({ level: 'warn', event: 'message-taken-back', ...attempt });
  expect(await state(id)).toBe('accepted');
});

test('an accepted message is a line for a close look only, and no line names whom it went to', async () => {
  const { db, sender, logged, loggedText } = await aSender();
  await aMessage(db, start);
  await sendDue(sender);
  expect(logged()).toEqual([{ level: 'debug', event: 'message-accepted', ...attempt }]);
  expect(loggedText()).not.toContain('@');
});
