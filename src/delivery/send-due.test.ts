import { expect, onTestFinished, test } from 'vitest';
import { openSmtpTransport, type Transport } from '#mail/transport.ts';
import { aMailServer } from '#testing/a-mail-server.ts';
import { aMessage, hourMs, readMessage } from '#testing/a-message.ts';
import { aStore } from '#testing/a-store.ts';
import { objectionTo } from '#nudges/objection.ts';
import { claimQueued, leaseMs, releaseDue } from './outbox.ts';
import { type Sender, sendDue } from './send-due.ts';

const start = Date.parse('2026-11-24T08:00:00Z');

/** A sender on a store of its own, with a clock that a test sets and a real SMTP server. */
async function aSender(parts: Partial<Sender> = {}) {
  const db = await aStore();
  const server = await aMailServer();
  const transport = openSmtpTransport(server.smtpUrl);
  onTestFinished(() => transport.close());
  const time = { now: start };
  let composed = 0;
  const sender: Sender = {
    db,
    transport,
    worker: 'anna',
    from: 'Nodomoto <nudge@nodomoto.example>',
    unknownPolicy: 'resend',
    clock: () => time.now,
    objection: (message) => objectionTo(db, message, time.now),
    compose: async (message) => {
      composed += 1;
      return { messageId: `<${message.id}@nodomoto.example>`, raw: new TextEncoder().encode(`Subject: stock\r\nMessage-ID: <${message.id}@nodomoto.example>\r\n\r\ncopy ${composed}\r\n`) };
    },
    ...parts,
  };
  return { db, server, sender, time, state: async (id: number) => (await readMessage(db, id)).state };
}

/** A transport that dies with the process: nothing after it is written down. */
const killedWhileSending: Transport = { deliver: () => Promise.reject(new Error('killed')), close: () => undefined };

test('a mail the server takes is accepted, with its answer and its time', async () => {
  const { db, server, sender } = await aSender();
  const id = await aMessage(db, start);
  expect(await sendDue(sender)).toEqual({ accepted: 1, deferred: 0, failed: 0, unknown: 0, cancelled: 0 });
  expect(await readMessage(db, id)).toMatchObject({ state: 'accepted', accepted_at: start, reply: expect.stringMatching(/^250 /) });
  expect(server.received).toHaveLength(1);
  await sendDue(sender);
  expect(server.received, 'sent once').toHaveLength(1);
});

test('more mail than one batch holds goes in one run', async () => {
  const { db, server, sender } = await aSender();
  for (let index = 0; index < 45; index += 1) await aMessage(db, start);
  expect((await sendDue(sender)).accepted).toBe(45);
  expect(server.received).toHaveLength(45);
});

test('a mail put off waits, and then goes as the same bytes', async () => {
  const { db, server, sender, time, state } = await aSender();
  const id = await aMessage(db, start);
  server.behave({ at: 'the dot', reply: '451 4.3.0 busy' });
  expect((await sendDue(sender)).deferred).toBe(1);
  server.behave('accepts');
  await sendDue(sender);
  expect(await state(id), 'not before its wait is over').toBe('deferred');
  time.now += hourMs;
  await sendDue(sender);
  expect(await state(id)).toBe('accepted');
  expect(server.received[1]).toBe(server.received[0]);
});

test('an address that does not exist is suppressed, and its next mail is not tried', async () => {
  const { db, server, sender, state } = await aSender();
  server.behave({ at: 'RCPT', reply: '550 5.1.1 no such user' });
  const first = await aMessage(db, start);
  await sendDue(sender);
  expect(await state(first)).toBe('failed');
  server.behave('accepts');
  const next = await aMessage(db, start);
  expect((await sendDue(sender)).cancelled).toBe(1);
  expect(await readMessage(db, next)).toMatchObject({ state: 'cancelled', reply: expect.stringContaining('suppressed') });
  expect(server.received).toEqual([]);
});

test('a refused mail that does not blame the address leaves the address usable', async () => {
  const { db, server, sender, state } = await aSender();
  server.behave({ at: 'the dot', reply: '554 5.7.1 looks like spam' });
  const id = await aMessage(db, start);
  await sendDue(sender);
  expect(await state(id)).toBe('failed');
  expect(await db.selectFrom('suppression').selectAll().execute()).toEqual([]);
});

test('a mail of unknown fate is resent once, as the same bytes under the same Message-ID, and then held', async () => {
  const { db, server, sender, time, state } = await aSender();
  server.behave('hangs up after the dot');
  const id = await aMessage(db, start);
  for (let run = 0; run < 4; run += 1) {
    await sendDue(sender);
    time.now += hourMs;
  }
  expect(server.received).toHaveLength(2);
  expect(server.received[1]).toBe(server.received[0]);
  expect(server.received[1]).toContain(`Message-ID: <${id}@nodomoto.example>`);
  expect(await state(id)).toBe('unknown');
});

test('under the policy hold, a mail of unknown fate is not sent again', async () => {
  const { db, server, sender, state } = await aSender({ unknownPolicy: 'hold' });
  server.behave('hangs up after the dot');
  const id = await aMessage(db, start);
  await sendDue(sender);
  server.behave('accepts');
  await sendDue(sender);
  expect(await state(id)).toBe('unknown');
  expect(server.received).toHaveLength(1);
});

test.each([
  ['resend', 'accepted', 1],
  ['hold', 'unknown', 0],
] as const)('a process killed after `sending` was written leaves an unknown fate: %s', async (unknownPolicy, after, arrived) => {
  const { db, server, sender, time, state } = await aSender({ unknownPolicy });
  const id = await aMessage(db, start);
  await expect(sendDue({ ...sender, transport: killedWhileSending, worker: 'dead' })).rejects.toThrow('killed');
  await sendDue(sender);
  expect(await state(id), 'its lease still runs').toBe('sending');
  time.now += leaseMs + 1;
  await sendDue(sender);
  expect(await readMessage(db, id)).toMatchObject({ state: after, unknowns: 1 });
  expect(server.received).toHaveLength(arrived);
});

test('a process killed between claiming and sending cost nothing but its lease', async () => {
  const { db, sender, time } = await aSender();
  const id = await aMessage(db, start);
  await releaseDue(db, start);
  await claimQueued(db, 'dead', start, 1);
  time.now += leaseMs + 1;
  await sendDue(sender);
  expect(await readMessage(db, id)).toMatchObject({ state: 'accepted', unknowns: 0 });
});

test('a mail that cannot be written is put off, and holds up no other', async () => {
  const { db, server, sender, state } = await aSender();
  const broken = await aMessage(db, start - 1);
  const sound = await aMessage(db, start);
  const { compose } = sender;
  const counts = await sendDue({ ...sender, compose: (message) => (message.id === broken ? Promise.reject(new Error('No mail was drawn for the question.')) : compose(message)) });
  expect(counts).toMatchObject({ accepted: 1, deferred: 1 });
  expect(await readMessage(db, broken)).toMatchObject({ state: 'deferred', reply: 'No mail was drawn for the question.' });
  expect(await state(sound)).toBe('accepted');
  expect(server.received).toHaveLength(1);
});

test('a batch that a slow server drew out beyond its lease is not begun, but claimed again', async () => {
  const { db, server, sender, time } = await aSender();
  await aMessage(db, start);
  const second = await aMessage(db, start + 1, { due_at: start });
  const slow: Transport = { ...sender.transport, deliver: (...mail) => sender.transport.deliver(...mail).finally(() => (time.now += leaseMs + 1)) };
  await sendDue({ ...sender, transport: slow });
  expect(server.received, 'the second waits').toHaveLength(1);
  await sendDue(sender);
  expect(server.received).toHaveLength(2);
  expect(await readMessage(db, second)).toMatchObject({ state: 'accepted', unknowns: 0 });
});
