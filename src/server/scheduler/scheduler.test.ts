import { expect, onTestFinished, test, vi } from 'vitest';
import { openDatabase } from '#server/database/open-database.ts';
import { readLastTick } from '#server/outbox/last-tick.ts';
import { aStore, aStorePlace } from '#testing/a-database.ts';
import { aLog } from '#testing/a-log.ts';
import { aPlanner } from '#testing/a-plan.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { startScheduler, tick } from './scheduler.ts';

const nothing = { accepted: 0, deferred: 0, failed: 0, unknown: 0, cancelled: 0 };
const stopping = new AbortController().signal;
const clock = () => Date.parse('2026-11-24T07:30:00Z');
const tellOperator = async () => undefined;
const keepTidy = async () => undefined;
const sendDigests = async () => 0;
const keepBrief = async () => null;
const remindOwners = async () => 0;
const tellResults = async () => undefined;

const mailPause = async () => null;

test('a minute in which nothing is due leaves no line', async () => {
  const { log, lines } = aLog();
  await tick({
    planner: aPlanner(await aStore()),
    clock,
    stopping,
    tellOperator,
    keepTidy,
    sendDigests,
    keepBrief,
    remindOwners,
    tellResults,
    mailPause,
    sendDue: async () => nothing,
    log,
  });
  expect(lines()).toEqual([]);
});

test('each minute’s work leaves the time at which it was begun, for whoever asks whether anybody works', async () => {
  const planner = aPlanner(await aStore());
  expect(await readLastTick(planner.db)).toBeNull();
  for (const now of [clock(), clock() + 60_000]) {
    await tick({
      planner,
      clock: () => now,
      stopping,
      tellOperator,
      keepTidy,
      sendDigests,
      keepBrief,
      remindOwners,
      tellResults,
      mailPause,
      sendDue: async () => nothing,
      log: aLog().log,
    });
    expect(await readLastTick(planner.db)).toBe(now);
  }
});

test('what was sent is one line', async () => {
  const { log, lines } = aLog();
  await tick({
    planner: aPlanner(await aStore()),
    clock,
    stopping,
    tellOperator,
    keepTidy,
    sendDigests,
    keepBrief,
    remindOwners,
    tellResults,
    mailPause,
    sendDue: async () => ({ ...nothing, accepted: 3 }),
    log,
  });
  expect(lines()).toEqual([{ level: 'info', event: 'mail-round', ...nothing, accepted: 3 }]);
});

test('a plan that fails is logged with its cause, and mail goes out all the same', async () => {
  const { log, lines } = aLog();
  const store = await openDatabase(await aStorePlace());
  await store.close();
  let rounds = 0;
  const sendDue = async () => {
    rounds += 1;
    throw new Error('no round', { cause: new Error('database is locked') });
  };
  await tick({
    planner: aPlanner(store.db),
    clock,
    stopping,
    tellOperator,
    keepTidy,
    sendDigests,
    keepBrief,
    remindOwners,
    tellResults,
    mailPause,
    sendDue,
    log,
  });
  expect(rounds).toBe(1);
  expect(lines()).toMatchObject([
    { level: 'error', event: 'tick-not-written' },
    { level: 'error', event: 'planning-failed', err: { type: 'Error', stack: expect.any(String) } },
    { level: 'error', event: 'sending-failed', err: { message: 'no round: database is locked' } },
  ]);
});

test('a round that takes hours keeps no morning from being planned, and is joined by no other', async () => {
  const { log, lines } = aLog();
  const db = await aStore();
  await aTeamInStore(db, ['Mei', 'Jan'], clock());
  const { promise, resolve } = Promise.withResolvers<typeof nothing>();
  let rounds = 0;
  const sendDue = () => {
    rounds += 1;
    return promise;
  };
  let now = clock();
  const app = {
    planner: aPlanner(db),
    clock: () => now,
    stopping,
    tellOperator,
    keepTidy,
    sendDigests,
    keepBrief,
    remindOwners,
    tellResults,
    mailPause,
    sendDue,
    log,
  };
  const scheduler = startScheduler(app, () => now);
  const planned = () => lines().filter(({ event }) => event === 'team-planned').length;
  scheduler.tick();
  await vi.waitFor(() => expect(rounds).toBe(1));
  now += 24 * 3_600_000;
  scheduler.tick();
  await vi.waitFor(() => expect(planned()).toBe(2));
  expect(rounds).toBe(1);
  resolve(nothing);
  await scheduler.stop();
});

test('a clock that was set between two ticks is told of, by how far, and a minute that only passed is not', async () => {
  vi.useFakeTimers({ now: clock(), toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const { log, lines } = aLog();
  const time = { passed: 0 };
  const planner = aPlanner(await aStore());
  const app = {
    planner,
    clock: () => Date.now(),
    stopping,
    tellOperator,
    keepTidy,
    sendDigests,
    keepBrief,
    remindOwners,
    tellResults,
    mailPause,
    sendDue: async () => nothing,
    log,
  };
  const scheduler = startScheduler(app, () => time.passed);
  const aMinute = async () => {
    time.passed += 60_000;
    await vi.advanceTimersByTimeAsync(60_000);
    await scheduler.settled();
  };
  await aMinute();
  await aMinute();
  expect(lines()).toEqual([]);
  time.passed -= 3_600_000;
  await aMinute();
  expect(lines()).toEqual([{ level: 'warn', event: 'clock-stepped', minutes: 60, mails: 0, mornings: 0 }]);
  await scheduler.stop();
});

test('a minute that is left out because the one before is still under way is told of, in the form of all lines', async () => {
  vi.useFakeTimers({ now: clock(), toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const printed = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  onTestFinished(() => printed.mockRestore());
  const { log, lines } = aLog();
  let goOn = (_pause: null) => {};
  const slowPause = () => new Promise<null>((resolve) => (goOn = resolve));
  const planner = aPlanner(await aStore());
  const sendDue = async () => nothing;
  const app = {
    planner,
    clock: () => Date.now(),
    stopping,
    tellOperator,
    keepTidy,
    sendDigests,
    keepBrief,
    remindOwners,
    tellResults,
    mailPause: slowPause,
    sendDue,
    log,
  };
  const scheduler = startScheduler(app);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(lines()).toEqual([{ level: 'warn', event: 'tick-skipped', because: 'busy' }]);
  expect(printed).not.toHaveBeenCalled();
  goOn(null);
  await scheduler.settled();
  await scheduler.stop();
});
