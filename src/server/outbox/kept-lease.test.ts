import { expect, test } from 'vitest';
import type { Transport } from '#server/mail/transport.ts';
import { aMessage, readMessage } from '#testing/a-message.ts';
import { aSender, start } from '#testing/a-sender.ts';
import { leaseMs } from './claims.ts';
import type { Every } from './kept-lease.ts';
import { sendDue } from './send-due.ts';

/** A timer that a test fires. */
function aTimer() {
  let work: (() => Promise<void>) | null = null;
  const every: Every = (_ms, next) => {
    work = next;
    return { stop: () => (work = null) };
  };
  return { every, fire: async () => work?.(), runs: () => work !== null };
}

/** A transport that answers when the test says so. */
function aSlowServer(transport: Transport) {
  let answer: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => (answer = resolve));
  let begun: () => void = () => undefined;
  const underWay = new Promise<void>((resolve) => (begun = resolve));
  const slow: Transport = {
    ...transport,
    deliver: async (...mail) => {
      begun();
      await asked;
      return transport.deliver(...mail);
    },
  };
  return { slow, underWay, answer: () => answer() };
}

test('a mail that a server takes minutes over stays with its sender, who gives signs of life', async () => {
  const { db, sender, time, server } = await aSender();
  const id = await aMessage(db, start);
  const timer = aTimer();
  const { slow, underWay, answer } = aSlowServer(sender.transport);
  const sending = sendDue({ ...sender, transport: slow, every: timer.every });
  await underWay;
  for (let passed = 0; passed < 10; passed += 1) {
    time.now += leaseMs / 2;
    await timer.fire();
    await sendDue({ ...sender, worker: 'ben' });
  }
  expect((await readMessage(db, id)).state).toBe('sending');
  answer();
  expect((await sending).accepted).toBe(1);
  expect(server.received).toHaveLength(1);
  expect(timer.runs(), 'afterwards nothing is left running').toBe(false);
});

test('a sender whose mails take long takes over meanwhile what another held when it died', async () => {
  const { db, sender, time, state } = await aSender();
  const [first, second] = [await aMessage(db, start), await aMessage(db, start)];
  const timer = aTimer();
  const { slow, underWay, answer } = aSlowServer(sender.transport);
  const sending = sendDue({ ...sender, transport: slow, every: timer.every });
  await underWay;
  // What a sender that was killed after its claim leaves behind.
  await db
    .updateTable('message')
    .set({ state: 'claimed', worker: 'ben', lease_until: start + leaseMs })
    .where('id', '=', second)
    .execute();
  time.now += leaseMs + 1;
  await timer.fire();
  expect(await state(second)).toBe('queued');
  answer();
  await sending;
  expect(await Promise.all([state(first), state(second)])).toEqual(['accepted', 'accepted']);
});

test('a sign of life that the store does not take is told, and the next one is given all the same', async () => {
  const { db, sender, logged } = await aSender();
  await aMessage(db, start);
  const timer = aTimer();
  const { slow, underWay, answer } = aSlowServer(sender.transport);
  const sending = sendDue({ ...sender, transport: slow, every: timer.every });
  await underWay;
  await db.schema.alterTable('message').renameColumn('lease_until', 'away').execute();
  await timer.fire();
  await db.schema.alterTable('message').renameColumn('away', 'lease_until').execute();
  await timer.fire();
  answer();
  await sending;
  expect(logged().filter(({ event }) => event === 'lease-not-renewed')).toHaveLength(1);
});

test('two machines whose clocks differ by more than a lease do not take each other’s mails', async () => {
  const { db, sender, server, time, logged } = await aSender();
  await aMessage(db, start);
  const { slow, underWay, answer } = aSlowServer(sender.transport);
  const sending = sendDue({ ...sender, transport: slow });
  await underWay;
  const minuteAhead = { clock: () => time.now + 60_000, storeClockAhead: async () => -60_000 };
  expect(await sendDue({ ...sender, ...minuteAhead, worker: 'ben' })).toMatchObject({ accepted: 0 });
  answer();
  expect((await sending).accepted).toBe(1);
  expect(server.received).toHaveLength(1);
  expect(logged().map(({ event }) => event)).toContain('clock-differs');
});
