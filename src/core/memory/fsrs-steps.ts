import { weights } from './parameters.ts';
import { askedInTime, leftByRight, leftByWrong, usualPractice } from './practice.ts';

const w = (index: number): number => weights[index] ?? 0;

/** Difficulty after the first answer, right (Good) or wrong (Again): FSRS-6. */
export const firstDifficulty = { right: w(4) - Math.exp(2 * w(5)) + 1, wrong: w(4) } as const;

/** Stability in days after the first answer. */
export const firstStability = { right: w(2), wrong: w(0) } as const;

const easyDifficulty = w(4) - Math.exp(3 * w(5)) + 1;

/** FSRS-6 as plain arithmetic, so that whole grids of states can be filled; `memory/recollection.ts` is the same by ts-fsrs. */
export function stabilityIfRight(
  stability: number,
  difficulty: number,
  recall: number,
  practice = usualPractice,
): number {
  const left = afterRecall(stability, difficulty, recall);
  if (practice.spacing === 1) return left;
  return leftByRight(practice, left, afterRecall(stability, difficulty, askedInTime));
}

export function stabilityIfWrong(
  stability: number,
  difficulty: number,
  recall: number,
  practice = usualPractice,
): number {
  const lapsed = afterLapse(stability, difficulty, recall);
  return practice.kept === 0 ? lapsed : leftByWrong(practice, lapsed, stability);
}

function afterRecall(stability: number, difficulty: number, recall: number): number {
  const rise = Math.exp(w(8)) * (11 - difficulty) * stability ** -w(9) * (Math.exp(w(10) * (1 - recall)) - 1);
  return Math.min(36_500, stability * (1 + rise));
}

function afterLapse(stability: number, difficulty: number, recall: number): number {
  const forgotten = w(11) * difficulty ** -w(12) * ((stability + 1) ** w(13) - 1) * Math.exp(w(14) * (1 - recall));
  return Math.max(0.001, Math.min(stability, forgotten));
}

export function difficultyAfter(difficulty: number, right: boolean): number {
  const step = right ? 0 : (2 * w(6) * (10 - difficulty)) / 9;
  return Math.min(10, Math.max(1, w(7) * easyDifficulty + (1 - w(7)) * (difficulty + step)));
}
