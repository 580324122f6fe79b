import { teamWorkTime } from '#core/planning/calendar/work-time-of.ts';
import type { Instant } from '#server/database/schema.ts';
import { nextTurn } from '#server/next-turn.ts';
import { dayStillToPlan, type Planner, previewsInTurn } from '#server/nudges/plan-nudges.ts';
import { madeFrom } from '../kept-heat.ts';
import { asDeskPlan } from './desk-plan.ts';
import { plannedOnTheSpot } from './kept-or-planned.ts';
import { keepPlan, planRenewedAfterMs } from './kept-plans.ts';

/**
 * Keeps the next plan of every team whose kept one is old, or for a day that was planned since, as long as the house is one that needs it kept. Returns how many
 * it worked out. Not at every answer: in a large house there are always some. Ends early once it is told to stop; the next round goes on.
 */
export async function refreshPlans(planner: Planner, clock: () => Instant, stopping: AbortSignal): Promise<number> {
  if (!(await needsKept(planner))) return 0;
  const from = await madeFrom(planner);
  let planned = 0;
  for (const teamId of await dueTeams(planner, from, clock())) {
    if (stopping.aborted) break;
    const now = clock();
    for await (const plan of previewsInTurn(planner, [teamId], now)) {
      await keepPlan(planner, asDeskPlan(plan, now), from);
      planned += 1;
    }
    await nextTurn();
  }
  return planned;
}

async function needsKept({ db }: Planner): Promise<boolean> {
  const { people } = await db
    .selectFrom('person')
    .select((eb) => eb.fn.countAll<number>().as('people'))
    .executeTakeFirstOrThrow();
  return Number(people) > plannedOnTheSpot;
}

/** Those that waited longest first. */
async function dueTeams({ db }: Planner, from: string, now: Instant): Promise<number[]> {
  const teams = await db
    .selectFrom('team_memory')
    .innerJoin('team', 'team.id', 'team_memory.team_id')
    .selectAll('team')
    .select(['plan_on', 'plan_from', 'plan_at'])
    .where('team.ended_on', 'is', null)
    .orderBy((eb) => eb.fn.coalesce('plan_at', eb.val(0)))
    .orderBy('team.id')
    .execute();
  const due: number[] = [];
  for (const team of teams) {
    const { id, plan_on, plan_from, plan_at } = team;
    const isYoung = plan_at !== null && plan_at <= now && now - plan_at < planRenewedAfterMs;
    if (!isYoung || plan_from !== from) due.push(id);
    else if (plan_on !== (await dayStillToPlan(db, { id, workTime: teamWorkTime(team) }, now)).toString()) due.push(id);
  }
  return due;
}
