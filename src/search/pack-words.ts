import type { Concept } from './concept.ts';
import { frequenciesIn } from './frequencies.ts';
import { rarityOf, saturated } from './posting-lists.ts';
import { type Posting, packPostings } from './postings.ts';
import type { SearchRecord } from './records.ts';

/**
 * A posting that could add less than this part of the most any can add is left out: common words in passing, which order nothing and
 * would be most of the file (Carmel and others, Static Index Pruning for Information Retrieval Systems, 2001).
 */
const leastWorth = 0.06;

/** Everything `records` say and speak of, as the words of a lists file. */
export function packWords(records: readonly SearchRecord[], concepts: readonly Concept[]): string {
  const least = leastWorth * Math.log(1 + records.length);
  return [...postingsIn(frequenciesIn(records, concepts))]
    .map(([key, postings]): [string, Posting[]] => [key, worthKeeping(postings, records.length, least)])
    .filter(([, postings]) => postings.length > 0)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, postings]) => `${key} ${packPostings(postings)}`)
    .join(';');
}

function postingsIn(frequencies: readonly Map<string, number>[]): Map<string, Posting[]> {
  const postings = new Map<string, Posting[]>();
  for (const [record, counts] of frequencies.entries())
    for (const [key, frequency] of counts) {
      const own = postings.get(key) ?? [];
      own.push({ record, frequency });
      postings.set(key, own);
    }
  return postings;
}

function worthKeeping(postings: readonly Posting[], size: number, least: number): Posting[] {
  const rarity = rarityOf(postings, size);
  return postings.filter(({ frequency }) => rarity * saturated(frequency) >= least);
}
