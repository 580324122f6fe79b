import { usualWeights } from '#core/exposure/weights.ts';
import { planTeamDay } from '#core/planning/plan-team-day.ts';
import type { FieldRule } from '../field-rule.ts';

/** The product's own plan, as the scheduler asks for it. */
export const nodomoto: FieldRule = {
  id: 'nodomoto',
  fits: true,
  choose: ({ team, lessons, on, now }) => planTeamDay({ team, lessons, on, now, seed: 'field', weights: usualWeights }),
};
