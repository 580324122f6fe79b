import { isEligible } from '#core/planning/eligibility.ts';
import { paceOn } from '#core/planning/silence.ts';
import type { Instant } from '#server/database/schema.ts';
import type { TeamPlan } from '#server/nudges/plan-nudges.ts';

/** What a team would be sent next, as the desk reads it. Of a plan that was kept the people come without their past. */
export type DeskPlan = TeamPlan & {
  /** Whether mail could go to anybody of the team on that day. */
  anybodysTurn: boolean;
  reckonedAt: Instant;
};

export function asDeskPlan(plan: TeamPlan, now: Instant): DeskPlan {
  const { team, on } = plan;
  const anybodysTurn = team.people.some((person) => isEligible(person, paceOn(person, team.assignments, on), on));
  return { ...plan, anybodysTurn, reckonedAt: now };
}
