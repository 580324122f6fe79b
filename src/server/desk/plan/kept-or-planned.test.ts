import { expect, test } from 'vitest';
import { readNewcomers } from '#server/nudges/newcomers.ts';
import { type Planner, planDueTeams } from '#server/nudges/plan-nudges.ts';
import { allTeamIds, teamsWithoutPast } from '#server/nudges/read-teams.ts';
import { erasePerson } from '#server/people/erase-person.ts';
import { importCsv } from '#server/people/import-csv.ts';
import { letLeave } from '#server/people/person-life.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { aPlanner } from '#testing/a-plan.ts';
import { refreshHeat } from '../refresh-heat.ts';
import { plannedOnTheSpot, plansOf } from './kept-or-planned.ts';
import { refreshPlans } from './refresh-plans.ts';

/** A Tuesday, at night. */
const now = Date.parse('2026-11-24T02:00:00Z');
const minute = 60_000;
const hour = 60 * minute;
const stopping = new AbortController().signal;

async function aTeamOf(planner: Planner, size: number): Promise<void> {
  const lines = Array.from({ length: size }, (_, id) => `Motors,P${id},p${id}@firm.example,buyer,Etc/UTC`);
  const text = ['team,name,email,role,zone', ...lines].join('\n');
  const { vocabulary } = aCatalogue();
  const outcome = await importCsv(planner.db, { text, vocabulary, now, dryRun: false, prune: false });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
}

async function aHouseWithKeptPlan(size: number): Promise<Planner> {
  const planner = aPlanner(await aStore());
  await aTeamOf(planner, size);
  await keptAt(planner, now);
  return planner;
}

async function keptAt(planner: Planner, at: number): Promise<number> {
  await refreshHeat(planner, () => at, stopping);
  return refreshPlans(planner, () => at, stopping);
}

async function planAt(planner: Planner, at: number) {
  const [plan] = await plansOf(planner, await allTeamIds(planner.db), teamsWithoutPast, at);
  if (!plan) throw new Error('There is no plan.');
  return plan;
}

const large = plannedOnTheSpot + 20;

test('the plan of a large team is shown as it was kept, with when that was, and is the one that would be worked out', async () => {
  const planner = await aHouseWithKeptPlan(large);
  const kept = await planAt(planner, now + 20 * minute);
  expect(kept.reckonedAt).toBe(now);
  const { choices, on, anybodysTurn } = await planAt(planner, now + 2 * hour);
  expect(choices.length).toBeGreaterThan(0);
  expect({ choices, on, anybodysTurn }).toEqual({
    choices: kept.choices,
    on: kept.on,
    anybodysTurn: kept.anybodysTurn,
  });
});

test('a plan that is old is worked out when it is asked for, and by the next round', async () => {
  const planner = await aHouseWithKeptPlan(large);
  expect((await planAt(planner, now + 61 * minute)).reckonedAt).toBe(now + 61 * minute);
  expect(await keptAt(planner, now + 29 * minute)).toBe(0);
  expect(await keptAt(planner, now + 31 * minute)).toBe(1);
  expect((await planAt(planner, now + 40 * minute)).reckonedAt).toBe(now + 31 * minute);
});

test('the plan of a morning that was planned since is shown no longer', async () => {
  const planner = await aHouseWithKeptPlan(large);
  const planning = Date.parse('2026-11-24T08:00:00Z');
  await keptAt(planner, planning - minute);
  expect((await planAt(planner, planning - 1)).on).toBe('2026-11-24');
  await planDueTeams(planner, planning);
  expect((await planAt(planner, planning + 1)).on).toBe('2026-11-25');
  expect(await keptAt(planner, planning + 2)).toBe(1);
});

test('whoever left since it was kept gets nothing in it, and of whoever was erased nothing is kept', async () => {
  const planner = await aHouseWithKeptPlan(large);
  const first = (await planAt(planner, now)).choices[0]?.personId;
  if (first === undefined) throw new Error('Nobody gets anything.');
  await planner.db.transaction().execute((trx) => letLeave(trx, first, '2026-11-20', now));
  const { email } = await planner.db
    .selectFrom('person')
    .select('email')
    .where('id', '=', first)
    .executeTakeFirstOrThrow();
  await erasePerson(planner.db, email, now);
  expect(await planner.db.selectFrom('team_memory').select('plan').execute()).toEqual([]);
  expect((await planAt(planner, now + minute)).choices.map(({ personId }) => personId)).not.toContain(first);
});

test('in the morning after a list was taken in, its people are welcomed, and the plan says how many', async () => {
  const planner = { ...aPlanner(await aStore()), newcomers: readNewcomers };
  await aTeamOf(planner, 12);
  const plan = await planAt(planner, now);
  expect(plan.choices).toEqual([]);
  expect(plan.welcomes).toBeGreaterThan(0);
});

test('in a small house every plan is worked out when it is asked for, and none is kept', async () => {
  const planner = await aHouseWithKeptPlan(12);
  expect((await planAt(planner, now + minute)).reckonedAt).toBe(now + minute);
  const { plan_at } = await planner.db.selectFrom('team_memory').select('plan_at').executeTakeFirstOrThrow();
  expect(plan_at).toBeNull();
});
