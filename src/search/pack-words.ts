import type { Concept } from './concept.ts';
import { frequenciesIn } from './frequencies.ts';
import { heldIn, rarityOfHeld, saturated } from './posting-lists.ts';
import { type Posting, packPostings } from './postings.ts';
import type { SearchRecord } from './records.ts';

/**
 * A posting that could add less than this part of the most any can add is left out: common words in passing, which order nothing and
 * would be most of the file (Carmel and others, Static Index Pruning for Information Retrieval Systems, 2001).
 */
const leastWorth = 0.06;

/** Records that stand elsewhere and are ranked together with these: how many, and how strongly they hold each key. */
export type Others = { size: number; held: Readonly<Record<string, number>> };

const noOthers: Others = { size: 0, held: {} };

/** Everything `records` say and speak of, as the words of a lists file. */
export function packWords(records: readonly SearchRecord[], concepts: readonly Concept[]): string {
  return packFrequencies(frequenciesIn(records, concepts), noOthers);
}

/** The same of frequencies; what is worth keeping is judged together with the others. */
export function packFrequencies(frequencies: readonly Map<string, number>[], others: Others): string {
  const size = frequencies.length + others.size;
  return [...postingsIn(frequencies)]
    .map(([key, postings]): [string, Posting[]] => {
      const rarity = rarityOfHeld(heldIn(postings) + (others.held[key] ?? 0), size);
      return [key, worthKeeping(postings, rarity, leastWorth * Math.log(1 + size))];
    })
    .filter(([, postings]) => postings.length > 0)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, postings]) => `${key} ${packPostings(postings)}`)
    .join(';');
}

export function postingsIn(frequencies: readonly Map<string, number>[]): Map<string, Posting[]> {
  const postings = new Map<string, Posting[]>();
  for (const [record, counts] of frequencies.entries())
    for (const [key, frequency] of counts) {
      const own = postings.get(key) ?? [];
      own.push({ record, frequency });
      postings.set(key, own);
    }
  return postings;
}

function worthKeeping(postings: readonly Posting[], rarity: number, least: number): Posting[] {
  return postings.filter(({ frequency }) => rarity * saturated(frequency) >= least);
}
