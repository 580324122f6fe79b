import { saturated } from './posting-lists.ts';
import type { ReadQuery } from './read-query.ts';
import type { SearchIndex } from './search-index.ts';

/** What a thing spoken of counts that the best case is wholly about, and what a word counts against it that nobody understood. */
const spokenWorth = 2.4;
const unknownCost = 3.2;

/** Below this a query is told that nothing is close. Fitted with the two above on the tuned lists of scripts/bench (decision 0063). */
export const leastCloseness = 4.5;

/**
 * How far the best case answers a query: what it scores, more for what it is about of what was spoken of, and less for each word that the
 * library does not know. A score alone would not do: "office" is rare here, and "earthquake" is not.
 */
export function closenessOf(
  index: SearchIndex,
  { wanted, unknown }: ReadQuery,
  best: { record: number; score: number } | undefined,
): number {
  if (!best) return 0;
  const spoken = wanted.flatMap(({ keys }) => keys.filter(({ key }) => key.startsWith('#')));
  const about = spoken.reduce((sum, { key }) => sum + strengthIn(index, key, best.record), 0);
  return best.score + spokenWorth * about - unknownCost * unknown;
}

function strengthIn(index: SearchIndex, key: string, record: number): number {
  const posting = index.cases.find(key).postings.find((one) => one.record === record);
  return posting ? saturated(posting.frequency) : 0;
}
