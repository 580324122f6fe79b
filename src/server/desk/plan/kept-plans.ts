import { z } from 'zod';
import { nudgeKinds } from '#core/planning/nudge-kinds.ts';
import type { Instant } from '#server/database/schema.ts';
import { explanationSchema } from '#server/nudges/explanation.ts';
import type { Planner } from '#server/nudges/plan-nudges.ts';
import { madeFrom } from '../kept-heat.ts';
import type { DeskPlan } from './desk-plan.ts';

/** A plan that is renewed at this age, and the age at which it is shown no longer. */
export const planRenewedAfterMs = 30 * 60_000;
const planShownForMs = 2 * planRenewedAfterMs;

export type KeptPlan = Omit<DeskPlan, 'team'>;

const keptPlan = z.object({
  anybodysTurn: z.boolean(),
  welcomes: z.number(),
  choices: z.array(
    z.object({
      personId: z.number(),
      localDate: z.string(),
      dueAt: z.number(),
      kind: z.enum(nudgeKinds),
      lessonId: z.string(),
      caseId: z.string(),
      questionId: z.string(),
      explanation: explanationSchema,
    }),
  ),
});

/** What is kept of these teams' plans and may still be shown, by their ids. */
export async function readKeptPlans(
  planner: Planner,
  teamIds: readonly number[],
  now: Instant,
): Promise<Map<number, KeptPlan>> {
  if (teamIds.length === 0) return new Map();
  const rows = await planner.db
    .selectFrom('team_memory')
    .select(['team_id', 'plan', 'plan_on', 'plan_at'])
    .where('team_id', 'in', teamIds)
    .where('plan_from', '=', await madeFrom(planner))
    .where('plan_at', '>', now - planShownForMs)
    .where('plan_at', '<=', now)
    .execute();
  return new Map(
    rows.flatMap(({ team_id, plan, plan_on, plan_at }): [number, KeptPlan][] => {
      if (plan === null || plan_on === null || plan_at === null) return [];
      // What another version kept in another form is as if it was never worked out.
      const kept = keptPlan.safeParse(JSON.parse(plan));
      return kept.success ? [[team_id, { ...kept.data, on: plan_on, reckonedAt: plan_at }]] : [];
    }),
  );
}

/** Keeps a team's plan beside what it remembers; of a team without a row nothing is kept. */
export async function keepPlan({ db }: Planner, { team, on, choices, ...plan }: DeskPlan, from: string): Promise<void> {
  const { anybodysTurn, welcomes, reckonedAt } = plan;
  await db
    .updateTable('team_memory')
    .set({
      plan: JSON.stringify({ anybodysTurn, welcomes, choices }),
      plan_on: on,
      plan_from: from,
      plan_at: reckonedAt,
    })
    .where('team_id', '=', team.id)
    .execute();
}
