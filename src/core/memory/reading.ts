import { dayMs, daysBetween, type Memory } from './forgetting-curve.ts';
import type { Practice } from './practice.ts';
import { afterAnswer } from './recollection.ts';

/**
 * What reading without answering is worth, as a share of a right answer. Nobody has measured it for cases in mail (0 to 0.3 is assumed
 * in the research notes, 5.3); repeated passive mails moved nothing in a trial (Matos 2017), so it is set low. The simulation sweeps it.
 */
export const readingShare = 0.15;

/** The memory after a case was read at `at` (epoch milliseconds) and its question left alone: a small part of the way a right answer would go. */
export function afterReading(before: Memory | null, at: number, practice: Practice): Memory {
  const answered = afterAnswer(before, { right: true, sureness: 'fairly' }, at, practice);
  if (!before) return { ...answered, stability: answered.stability * readingShare };
  return {
    stability: before.stability + readingShare * Math.max(0, answered.stability - before.stability),
    difficulty: before.difficulty,
    metAt: before.metAt + Math.round(readingShare * daysBetween(before.metAt, at) * dayMs),
  };
}
