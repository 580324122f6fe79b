import { FSRSAlgorithm, generatorParameters, Rating } from 'ts-fsrs';
import { weights } from './parameters.ts';
import { askedInTime, leftByRight, leftByWrong, type Practice } from './practice.ts';

/** FSRS-6 by ts-fsrs, with our weights. */
const fsrs = new FSRSAlgorithm(generatorParameters({ w: [...weights] }));

/** Difficulty after the first answer, right (Good) or wrong (Again). */
export const firstDifficulty = {
  right: fsrs.init_difficulty(Rating.Good),
  wrong: fsrs.init_difficulty(Rating.Again),
} as const;

/** Stability in days after the first answer. */
export const firstStability = {
  right: fsrs.init_stability(Rating.Good),
  wrong: fsrs.init_stability(Rating.Again),
} as const;

/** One step of a memory at a time, so that whole grids of states can be filled; `recollection.ts` goes through a person's log. */
export function stabilityIfRight(stability: number, difficulty: number, recall: number, practice: Practice): number {
  const left = afterRecall(stability, difficulty, recall);
  if (practice.spacing === 1) return left;
  return leftByRight(practice, left, afterRecall(stability, difficulty, askedInTime));
}

export function stabilityIfWrong(stability: number, difficulty: number, recall: number, practice: Practice): number {
  const lapsed = afterLapse(stability, difficulty, recall);
  return practice.kept === 0 ? lapsed : leftByWrong(practice, lapsed, stability);
}

function afterRecall(stability: number, difficulty: number, recall: number): number {
  return fsrs.next_recall_stability(difficulty, stability, recall, Rating.Good);
}

function afterLapse(stability: number, difficulty: number, recall: number): number {
  return Math.min(stability, fsrs.next_forget_stability(difficulty, stability, recall));
}

export function difficultyAfter(difficulty: number, right: boolean): number {
  return fsrs.next_difficulty(difficulty, right ? Rating.Good : Rating.Again);
}
