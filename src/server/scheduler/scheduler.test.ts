import { expect, test } from 'vitest';
import { openDatabase } from '#server/database/open-database.ts';
import { aStore } from '#testing/a-database.ts';
import { aLog } from '#testing/a-log.ts';
import { aPlanner } from '#testing/a-plan.ts';
import { tick } from './scheduler.ts';

const nothing = { accepted: 0, deferred: 0, failed: 0, unknown: 0, cancelled: 0 };
const stopping = new AbortController().signal;
const clock = () => Date.parse('2026-11-24T07:30:00Z');

test('a minute in which nothing is due leaves no line', async () => {
  const { log, lines } = aLog();
  await tick({ planner: aPlanner(await aStore()), clock, stopping, sendDue: async () => nothing, log });
  expect(lines()).toEqual([]);
});

test('what was sent is one line', async () => {
  const { log, lines } = aLog();
  await tick({
    planner: aPlanner(await aStore()),
    clock,
    stopping,
    sendDue: async () => ({ ...nothing, accepted: 3 }),
    log,
  });
  expect(lines()).toEqual([{ level: 'info', event: 'mail-round', ...nothing, accepted: 3 }]);
});

test('a plan that fails is logged with its cause, and mail goes out all the same', async () => {
  const { log, lines } = aLog();
  const store = await openDatabase(':memory:');
  await store.close();
  let rounds = 0;
  const sendDue = async () => {
    rounds += 1;
    throw new Error('no round', { cause: new Error('database is locked') });
  };
  await tick({ planner: aPlanner(store.db), clock, stopping, sendDue, log });
  expect(rounds).toBe(1);
  expect(lines()).toMatchObject([
    { level: 'error', event: 'planning-failed', err: { type: 'Error', stack: expect.any(String) } },
    { level: 'error', event: 'sending-failed', err: { message: 'no round: database is locked' } },
  ]);
});
