import type { Lesson } from '../catalogue.ts';

type Comparison = Lesson['comparisons'][number];

/** Two cases of a lesson side by side, the older on the left; `written` where an editor has compared them. */
export type CasePair = { left: string; right: string; written?: Comparison };

/** Eight cases make 28 pairs, about as many as a reader can choose from; a lesson taught by more pairs its newest and its oldest. */
const mostPaired = 8;

/** The cases of a lesson that are paired with one another, oldest first. A draft pairs none beyond what is written. */
export function pairedCases(lesson: Pick<Lesson, 'caseIds' | 'draft'>): string[] {
  if (lesson.draft) return [];
  const oldestFirst = lesson.caseIds.toReversed();
  if (oldestFirst.length <= mostPaired) return oldestFirst;
  return [...oldestFirst.slice(0, mostPaired / 2), ...oldestFirst.slice(-mostPaired / 2)];
}

function joins({ left, right }: Pick<CasePair, 'left' | 'right'>, one: string, other: string): boolean {
  return (left === one && right === other) || (left === other && right === one);
}

/** Every pair of a lesson that has a page: what is written first, in its own order, and then the rest. Pure. */
export function pairsOf(lesson: Lesson): CasePair[] {
  const written = lesson.comparisons.map((comparison) => ({
    left: comparison.left,
    right: comparison.right,
    written: comparison,
  }));
  const cases = pairedCases(lesson);
  const all = cases.flatMap((left, index) => cases.slice(index + 1).map((right) => ({ left, right })));
  return [...written, ...all.filter(({ left, right }) => !written.some((pair) => joins(pair, left, right)))];
}

/** The pair of two cases in a lesson, in whichever order its page names them. */
export function findPair(pairs: readonly CasePair[], one: string, other: string): CasePair | undefined {
  return pairs.find((pair) => joins(pair, one, other));
}
