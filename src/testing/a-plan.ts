import { usualWeights } from '#core/exposure/weights.ts';
import type { Db } from '#server/database/open-database.ts';
import { nobodyIsNew } from '#server/nudges/newcomers.ts';
import type { Planner, TeamPlan } from '#server/nudges/plan-nudges.ts';
import { planDueTeams } from '#server/nudges/plan-nudges.ts';
import { aCatalogue } from './a-catalogue.ts';

export const seed = 'test';

export function aPlanner(db: Db): Planner {
  return { db, catalogue: aCatalogue(), seed, weights: usualWeights, newcomers: nobodyIsNew };
}

/** Plans each day from `from` to `until` (ISO dates, UTC) at the hour before the mail, and lets all of it arrive unanswered. */
export async function planDays(planner: Planner, from: string, until: string): Promise<TeamPlan[]> {
  const plans: TeamPlan[] = [];
  for (let on = Temporal.PlainDate.from(from); on.toString() <= until; on = on.add({ days: 1 })) {
    plans.push(...(await planDueTeams(planner, Date.parse(`${on}T07:30:00Z`))));
    await planner.db.updateTable('message').set({ state: 'accepted' }).where('state', '=', 'planned').execute();
  }
  return plans;
}
