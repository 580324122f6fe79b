import { expect, test } from 'vitest';
import type { Transport } from '#server/mail/transport.ts';
import { aMessage, hourMs, readMessage } from '#testing/a-message.ts';
import { aSender, start } from '#testing/a-sender.ts';
import { claimQueued, leaseMs } from './claims.ts';
import { releaseDue } from './outbox.ts';
import { sendDue } from './send-due.ts';

/** A transport that dies with the process: nothing after it is written down. */
const killedWhileSending: Transport = { deliver: () => Promise.reject(new Error('killed')), close: () => undefined };

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
  expect(await state(id)).toBe('held');
});

test('under the policy hold, a mail of unknown fate is not sent again', async () => {
  const { db, server, sender, state } = await aSender({ unknownPolicy: 'hold' });
  server.behave('hangs up after the dot');
  const id = await aMessage(db, start);
  await sendDue(sender);
  server.behave('accepts');
  await sendDue(sender);
  expect(await state(id)).toBe('held');
  expect(server.received).toHaveLength(1);
});

test.each([
  ['resend', 'accepted', 1],
  ['hold', 'held', 0],
] as const)(
  'a process killed after `sending` was written leaves an unknown fate: %s',
  async (unknownPolicy, after, arrived) => {
    const { db, server, sender, time, state } = await aSender({ unknownPolicy });
    const id = await aMessage(db, start);
    await expect(sendDue({ ...sender, transport: killedWhileSending, worker: 'dead' })).rejects.toThrow('killed');
    await sendDue(sender);
    expect(await state(id), 'its lease still runs').toBe('sending');
    time.now += leaseMs + 1;
    await sendDue(sender);
    expect(await readMessage(db, id)).toMatchObject({ state: after, unknowns: 1 });
    expect(server.received).toHaveLength(arrived);
  },
);

test('a process killed between claiming and sending cost nothing but its lease', async () => {
  const { db, sender, time } = await aSender();
  const id = await aMessage(db, start);
  await releaseDue(db, start);
  await claimQueued(db, 'dead', start, 1);
  time.now += leaseMs + 1;
  await sendDue(sender);
  expect(await readMessage(db, id)).toMatchObject({ state: 'accepted', unknowns: 0 });
});
