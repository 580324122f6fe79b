import { saturated } from './posting-lists.ts';
import type { ReadQuery, Wanted } from './read-query.ts';
import type { SearchIndex } from './search-index.ts';

/** What a thing spoken of counts that the best case is wholly about; a meaning that was guessed from a slip counts nothing. */
const spokenWorth = 2.4;
const leastSure = 0.7;
/** What counts against it: a word that nobody understood, and one that the library knows and the best case does not say. */
const unknownCost = 3.2;
const absentCost = 0.3;
/** More unknown words than this say that somebody speaks at length, as a headline does, and not that he speaks of something else. */
const mostUnknown = 1.2;

/** Below this a query is told that nothing is close. Fitted with the figures above on the tuned lists of scripts/bench (decision 63). */
export const leastCloseness = 5;

/**
 * How far the best case answers a query: what it scores, more for what it is about of what was spoken of, and less for words that lead nowhere.
 * A score alone would not do: "office" is rare here, and "earthquake" is not.
 */
export function closenessOf(
  index: SearchIndex,
  { wanted, unknown }: ReadQuery,
  best: { record: number; score: number } | undefined,
): number {
  if (!best) return 0;
  const spoken = wanted.flatMap(({ keys }) =>
    keys.filter(({ key, weight }) => key.startsWith('#') && weight >= leastSure),
  );
  const about = spoken.reduce((sum, { key, weight }) => sum + weight * strengthIn(index, key, best.record), 0);
  const absent = wanted.filter((one) => isAbsent(index, one, best.record)).length;
  return best.score + spokenWorth * about - unknownCost * Math.min(unknown, mostUnknown) - absentCost * absent;
}

function isAbsent(index: SearchIndex, { keys }: Wanted, record: number): boolean {
  return keys.length > 0 && keys.every(({ key }) => strengthIn(index, key, record) === 0);
}

function strengthIn(index: SearchIndex, key: string, record: number): number {
  const posting = index.cases.find(key).postings.find((one) => one.record === record);
  return posting ? saturated(posting.frequency) : 0;
}
