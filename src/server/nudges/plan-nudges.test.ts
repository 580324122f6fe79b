import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { suppress } from '#server/outbox/suppression.ts';
import { aStore } from '#testing/a-database.ts';
import { aPlanner, planDays } from '#testing/a-plan.ts';
import { aTeamInStore, emailOf, personIdOf } from '#testing/a-team-in-database.ts';
import { cancelNudges, planDueTeams, planEveryTeamNow, previewPlan } from './plan-nudges.ts';

/** A Tuesday, an hour before the mail. */
const now = Date.parse('2026-11-24T07:30:00Z');
const names = ['Mei', 'Jan', 'Ana', 'Ben', 'Eva', 'Tom'];

async function aTeam(pace = 'weekly') {
  const db = await aStore();
  await aTeamInStore(db, names, now - dayMs, pace);
  return { db, planner: aPlanner(db) };
}

test('a morning is planned an hour before its mail, which is due at the team’s time', async () => {
  const { db, planner } = await aTeam();
  expect(await planDueTeams(planner, now - 1)).toEqual([]);
  const [plan] = await planDueTeams(planner, now);
  expect(plan).toMatchObject({ on: '2026-11-24', team: { name: 'Motors' } });
  expect(plan?.choices.length).toBeGreaterThan(0);
  const messages = await db.selectFrom('message').selectAll().execute();
  expect(messages).toHaveLength(plan?.choices.length ?? 0);
  expect(messages.every((message) => message.due_at === now + 3_600_000 && message.state === 'planned')).toBe(true);
});

test('planning twice plans once, also when two do it at the same moment', async () => {
  const { db, planner } = await aTeam();
  const plans = (
    await Promise.all([planDueTeams(planner, now), planDueTeams(planner, now), planDueTeams(planner, now + 60_000)])
  ).flat();
  expect(plans).toHaveLength(1);
  expect(await db.selectFrom('nudge').selectAll().execute()).toHaveLength(plans[0]?.choices.length ?? 0);
});

test('a plan that breaks off half-way is made again, whole', async () => {
  const { db, planner } = await aTeam();
  await sql`create trigger broken before insert on nudge when (select count(*) from planned_day) = 1 begin select raise(abort, 'power cut'); end`.execute(
    db,
  );
  await expect(planDueTeams(planner, now)).rejects.toThrow('power cut');
  await sql`drop trigger broken`.execute(db);
  const [plan] = await planDueTeams(planner, now + 60_000);
  expect(plan?.choices.length).toBeGreaterThan(0);
  expect(await db.selectFrom('nudge').selectAll().execute()).toHaveLength(plan?.choices.length ?? 0);
});

test('what a preview shows is what is then planned, and showing it saves nothing', async () => {
  const { db, planner } = await aTeam();
  const [shown] = await previewPlan(planner, now);
  expect(await db.selectFrom('nudge').selectAll().execute()).toEqual([]);
  const [planned] = await planDueTeams(planner, now);
  expect(planned?.choices).toEqual(shown?.choices);
});

test('a preview late in the day is of the next morning, since this day’s can no longer be planned', async () => {
  const { planner } = await aTeam();
  const late = Date.parse('2026-11-24T15:30:00Z');
  expect(await planDueTeams(planner, late)).toEqual([]);
  expect(await previewPlan(planner, late)).toMatchObject([{ on: '2026-11-25' }]);
});

test('nothing is planned at a weekend, unless a demo asks for it', async () => {
  const { planner } = await aTeam();
  const saturday = Date.parse('2026-11-28T07:30:00Z');
  expect(await planDueTeams(planner, saturday)).toEqual([]);
  const [plan] = await planEveryTeamNow(planner, saturday);
  expect(plan?.choices.length).toBeGreaterThan(0);
  expect(plan?.choices.every((choice) => choice.dueAt === saturday)).toBe(true);
});

test('a question closes before the next one may come', async () => {
  const { db, planner } = await aTeam('twice-a-week');
  await planDays(planner, '2026-11-24', '2026-12-31');
  for (const name of names) {
    const nudges = await db
      .selectFrom('nudge')
      .innerJoin('message', 'message.id', 'nudge.message_id')
      .select(['closes_at', 'due_at'])
      .where('nudge.person_id', '=', await personIdOf(db, name))
      .orderBy('due_at')
      .execute();
    expect(nudges.length).toBeGreaterThan(1);
    for (const [index, next] of nudges.slice(1).entries())
      expect(next.due_at).toBeGreaterThanOrEqual(nudges[index]?.closes_at ?? 0);
  }
});

test('an address that refuses mail takes nobody’s turn', async () => {
  const { db, planner } = await aTeam();
  await suppress(db, { address: emailOf('Mei'), kind: 'hard', reason: '550 5.1.1', since: now, until: null });
  const plans = await planDays(planner, '2026-11-24', '2026-12-11');
  const mei = await personIdOf(db, 'Mei');
  expect(plans.flatMap((plan) => plan.choices).map((choice) => choice.personId)).not.toContain(mei);
});

test('a mailbox that was full for a while has its turn again when that is over', async () => {
  const { db, planner } = await aTeam();
  const until = Date.parse('2026-12-01T00:00:00Z');
  await suppress(db, { address: emailOf('Mei'), kind: 'soft', reason: '452 4.2.2 mailbox full', since: now, until });
  const mei = await personIdOf(db, 'Mei');
  const days = async (first: string, last: string) => {
    const plans = await planDays(planner, first, last);
    return plans.flatMap(({ choices }) => choices).filter(({ personId }) => personId === mei);
  };
  expect(await days('2026-11-24', '2026-11-30')).toEqual([]);
  expect((await days('2026-12-01', '2026-12-11')).length).toBeGreaterThan(0);
});

test('somebody unsubscribed gets no mail, and stays in the team', async () => {
  const { db, planner } = await aTeam();
  await db.updateTable('person').set({ unsubscribed_at: now }).where('name', '=', 'Mei').execute();
  const plans = await planDays(planner, '2026-11-24', '2026-12-11');
  const mei = await personIdOf(db, 'Mei');
  expect(plans.flatMap((plan) => plan.choices).map((choice) => choice.personId)).not.toContain(mei);
  expect(plans[0]?.team.people).toHaveLength(names.length);
});

test('a nudge that was withdrawn does not count as one the person got', async () => {
  const { db, planner } = await aTeam();
  const [plan] = await planDueTeams(planner, now);
  const nudges = await db.selectFrom('nudge').select('id').execute();
  await cancelNudges(
    db,
    nudges.map((nudge) => nudge.id),
    'withdrawn',
  );
  await db.deleteFrom('planned_day').execute();
  const [next] = await previewPlan(planner, now);
  expect(next?.choices).toEqual(plan?.choices);
});

test('a dry run after the morning was planned shows the next morning, not one that will not go', async () => {
  const { planner } = await aTeam();
  const [plan] = await planDueTeams(planner, now);
  const [next] = await previewPlan(planner, now);
  expect(next && plan && next.on > plan.on).toBe(true);
});

test('a nudge that was withdrawn gives its day back: the plan writes what it reports', async () => {
  const { db, planner } = await aTeam();
  const [first] = await planDueTeams(planner, now);
  const personId = first?.choices[0]?.personId ?? 0;
  const nudges = await db.selectFrom('nudge').select('id').where('person_id', '=', personId).execute();
  await cancelNudges(
    db,
    nudges.map(({ id }) => id),
    'paused',
  );
  await db.deleteFrom('planned_day').execute();
  const [again] = await planDueTeams(planner, now + 60_000);
  expect(again?.choices.some((choice) => choice.personId === personId)).toBe(true);
  const standing = await db.selectFrom('nudge').select('id').where('day_taken', 'is not', null).execute();
  expect(standing).toHaveLength((first?.choices.length ?? 0) - 1 + (again?.choices.length ?? 0));
});

test('the store itself refuses a second nudge on one day', async () => {
  const { db, planner } = await aTeam();
  await planDueTeams(planner, now);
  const { id: _, ...row } = await db.selectFrom('nudge').selectAll().limit(1).executeTakeFirstOrThrow();
  const other = await db
    .selectFrom('message')
    .select('id')
    .where('id', '<>', row.message_id)
    .limit(1)
    .executeTakeFirst();
  await db
    .deleteFrom('nudge')
    .where('message_id', '=', other?.id ?? 0)
    .execute();
  await expect(
    db
      .insertInto('nudge')
      .values({ ...row, message_id: other?.id ?? 0 })
      .execute(),
  ).rejects.toThrow('UNIQUE');
});
