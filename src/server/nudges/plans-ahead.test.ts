import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { snooze } from '#server/answers/preferences.ts';
import { tick } from '#server/scheduler/scheduler.ts';
import { aStore } from '#testing/a-database.ts';
import { aLog } from '#testing/a-log.ts';
import { aPlanner } from '#testing/a-plan.ts';
import { answerContext, aSentNudge } from '#testing/a-sent-nudge.ts';
import { aTeamInStore, personIdOf } from '#testing/a-team-in-database.ts';
import { planDueTeams, previewPlan } from './plan-nudges.ts';
import { takeBackPlansAhead } from './plans-ahead.ts';
import { readWho } from './read-who.ts';

/** A Tuesday, an hour before the mail; and four weeks on, where the clock was for a while. */
const now = Date.parse('2026-11-24T07:30:00Z');
const ahead = now + 28 * dayMs;
const nothing = { accepted: 0, deferred: 0, failed: 0, unknown: 0, cancelled: 0 };

/** A store in which a morning was planned while the clock was four weeks ahead. */
async function aWrongMorning(names = ['Mei']) {
  const db = await aStore();
  await aTeamInStore(db, names, now - dayMs);
  const planner = aPlanner(db);
  const [wrong] = await planDueTeams(planner, ahead);
  expect(wrong?.choices).toHaveLength(1);
  return { db, planner };
}

test('a mail planned by a clock that was ahead, even one that left, keeps nobody from today’s', async () => {
  for (const state of ['planned', 'accepted'] as const) {
    const { db, planner } = await aWrongMorning();
    await db.updateTable('message').set({ state }).execute();
    expect((await previewPlan(planner, now))[0]?.choices).toHaveLength(1);
    const [today] = await planDueTeams(planner, now);
    expect(today?.choices).toHaveLength(1);
  }
});

test('nor from a lesson that somebody asks about, when that mail was of another', async () => {
  const { db, planner } = await aWrongMorning();
  await db.updateTable('nudge').set({ lesson_id: 'gone', case_id: 'gone-2001' }).execute();
  expect(await readWho(planner, 'keep-stock', now)).toMatchObject([{ hold: null }]);
});

test('a mail that its reader put off to a later day counts as before', async () => {
  const db = await aStore();
  await aTeamInStore(db, ['Mei'], now - 30 * dayMs);
  const { token } = await aSentNudge(db, 'Mei', now - 20 * dayMs);
  await db
    .updateTable('nudge')
    .set({ closes_at: now + dayMs })
    .execute();
  expect(await snooze(answerContext(db), token, 7, now - 60_000)).toMatchObject({ ok: true });
  expect((await planDueTeams(aPlanner(db), now))[0]?.choices).toEqual([]);
  expect(await takeBackPlansAhead(db, now)).toEqual({ mails: 0, mornings: 0 });
});

test('the next tick of a right clock takes back mails and mornings, says so once, and plans the day', async () => {
  const { db, planner } = await aWrongMorning();
  const { log, lines } = aLog();
  const stopping = new AbortController().signal;
  const app = {
    planner,
    clock: () => now,
    stopping,
    tellOperator: async () => undefined,
    keepTidy: async () => undefined,
    sendDigests: async () => 0,
    keepBrief: async () => null,
    remindOwners: async () => 0,
    tellResults: async () => undefined,
    mailPause: async () => null,
    sendDue: async () => nothing,
    log,
  };
  await tick(app);
  await tick(app);
  expect(lines()).toMatchObject([
    { event: 'clock-stepped', minutes: 0, mails: 1, mornings: 1 },
    { event: 'team-planned', on: '2026-11-24', nudges: 1 },
  ]);
  const states = await db.selectFrom('message').select(['state', 'reply']).orderBy('id').execute();
  expect(states).toEqual([
    { state: 'cancelled', reply: 'planned while the clock was ahead' },
    { state: 'planned', reply: null },
  ]);
});

test('a morning that was planned ahead is planned when it comes', async () => {
  const { db, planner } = await aWrongMorning();
  await takeBackPlansAhead(db, now);
  const [plan] = await planDueTeams(planner, ahead);
  expect(plan?.choices.map(({ personId }) => personId)).toEqual([await personIdOf(db, 'Mei')]);
});

test('a morning planned ahead does not pass for planned even before it is taken back', async () => {
  const { db, planner } = await aWrongMorning();
  await db.updateTable('planned_day').set({ local_date: '2026-11-24' }).execute();
  expect(await planDueTeams(planner, now)).toHaveLength(1);
  expect(await planDueTeams(planner, now), 'and is planned once').toEqual([]);
});

test('a machine whose clock is a minute behind takes nothing back', async () => {
  const { db, planner } = await aWrongMorning();
  expect(await takeBackPlansAhead(db, ahead - 60_000)).toEqual({ mails: 0, mornings: 0 });
  expect(await planDueTeams(planner, ahead - 60_000)).toEqual([]);
});
