import type { KindAsking } from './nudge-kinds.ts';
import type { StepAnswer } from './planner-types.ts';

/** The kinds of nudge that are about a lesson's step. */
export type StepKind = KindAsking<'step'>;

/** What a mail and its page offer as answers, in their order: what is hoped for comes first. */
export const stepAnswersInTurn: Record<StepKind, readonly StepAnswer[]> = {
  apply: ['will', 'done', 'cannot'],
  'did-you': ['done', 'will', 'cannot'],
};
