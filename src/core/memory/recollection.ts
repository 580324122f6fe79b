import { fsrs, Rating } from 'ts-fsrs';
import { daysBetween, daysToCoolTo, type Memory, usualCurve } from './forgetting-curve.ts';
import { weights } from './parameters.ts';
import { askedInTime, leftByRight, leftByWrong, type Practice } from './practice.ts';

/** How sure a person said they were, before they saw the feedback. */
export const surenessLevels = ['guess', 'fairly', 'sure'] as const;

export type Sureness = (typeof surenessLevels)[number];

export type Recollection = { right: boolean; sureness: Sureness };

/** Short-term steps are off: with them a first answer would come back due in ten minutes, which suits cards and not mail. */
const scheduler = fsrs({ w: weights, enable_short_term: false, enable_fuzz: false });

/**
 * A right guess among three or four choices proves little, so it counts as Hard; certainty counts as Easy.
 * Wrong is Again however sure: the correction is what is remembered.
 */
function ratingOf(recollection: Recollection): Rating.Again | Rating.Hard | Rating.Good | Rating.Easy {
  if (!recollection.right) return Rating.Again;
  if (recollection.sureness === 'guess') return Rating.Hard;
  return recollection.sureness === 'sure' ? Rating.Easy : Rating.Good;
}

/** The memory after an answer at `at` (epoch milliseconds). `before` is null when the lesson is met for the first time. */
export function afterAnswer(before: Memory | null, recollection: Recollection, at: number, practice: Practice): Memory {
  const rating = ratingOf(recollection);
  const state = before ? { stability: before.stability, difficulty: before.difficulty } : null;
  const next = scheduler.next_state(state, before ? daysBetween(before.metAt, at) : 0, rating);
  const stability = state ? leftBy(practice, state, rating, next.stability) : next.stability;
  return { stability, difficulty: next.difficulty, metAt: at };
}

type FsrsState = Pick<Memory, 'stability' | 'difficulty'>;

/** What FSRS-6 says an answer leaves, corrected for a practice that is not the usual one. */
function leftBy(practice: Practice, before: FsrsState, rating: ReturnType<typeof ratingOf>, left: number): number {
  if (rating === Rating.Again) return practice.kept === 0 ? left : leftByWrong(practice, left, before.stability);
  if (practice.spacing === 1) return left;
  const wait = daysToCoolTo(usualCurve, before.stability, askedInTime);
  return leftByRight(practice, left, scheduler.next_state(before, wait, rating).stability);
}
