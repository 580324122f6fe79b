import type { PlannedTeam } from '#core/planning/planner-types.ts';
import type { Instant } from '#server/database/schema.ts';
import { dayStillToPlan, type Planner, previewsInTurn } from '#server/nudges/plan-nudges.ts';
import type { teamsWithoutPast } from '#server/nudges/read-teams.ts';
import { withinReach } from '../within-reach.ts';
import { asDeskPlan, type DeskPlan } from './desk-plan.ts';
import { type KeptPlan, readKeptPlans } from './kept-plans.ts';

/** People for whom a plan may be made while somebody waits for the page: with five years of mail each, a tenth of a second. */
export const plannedOnTheSpot = 100;

/** How teams of kept plans are read: with what their people remember where a page shows that too, without where it does not. */
type TeamsOfKept = typeof teamsWithoutPast;

/**
 * What these teams would be sent next, in this order. Worked out now as long as it concerns few people; of more it is what was kept, as of when it says.
 * What was not kept, or is for a day that was planned since, is worked out all the same.
 */
export async function plansOf(
  planner: Planner,
  teamIds: readonly number[],
  teamsOfKept: TeamsOfKept,
  now: Instant,
): Promise<DeskPlan[]> {
  const { db, catalogue } = planner;
  const plans = new Map<number, DeskPlan>();
  const onTheSpot = await withinReach(db, teamIds, plannedOnTheSpot);
  const beyond = teamIds.filter((id) => !onTheSpot.has(id));
  const kept = await readKeptPlans(planner, beyond, now);
  for await (const team of teamsOfKept(db, catalogue, [...kept.keys()], now)) {
    const plan = kept.get(team.id);
    if (plan?.on === (await dayStillToPlan(db, team, now)).toString())
      plans.set(team.id, { ...ofThoseStillThere(plan, team), team });
  }
  const others = teamIds.filter((id) => !plans.has(id));
  for await (const plan of previewsInTurn(planner, others, now)) plans.set(plan.team.id, asDeskPlan(plan, now));
  return teamIds.flatMap((id) => plans.get(id) ?? []);
}

/** Whoever went since it was kept gets nothing. */
function ofThoseStillThere(plan: KeptPlan, { people }: PlannedTeam): KeptPlan {
  const ids = new Set(people.map(({ id }) => id));
  return { ...plan, choices: plan.choices.filter(({ personId }) => ids.has(personId)) };
}
