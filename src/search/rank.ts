import { closenessOf } from './closeness.ts';
import { type Heard, nothingHeard } from './other-words.ts';
import { type PostingLists, saturated } from './posting-lists.ts';
import { readQuery, type Wanted } from './read-query.ts';
import type { OtherRecord } from './search-file.ts';
import type { SearchIndex } from './search-index.ts';
import { typedWords } from './typed-words.ts';

export type RankedCase = { id: string; score: number; reasons: string[] };
/** `words` are what to look for in the stories (typed-words.ts); `closeness` says how far the best case answers the whole query (closeness.ts). */
export type Ranked = { cases: RankedCase[]; others: OtherRecord[]; words: string[]; closeness: number };

/** Below this part of the best score a record only shares a common word with the query. */
const leastShare = { cases: 0.35, others: 0.35 };

/** BM25F over frequencies that were weighted by field when the index was made (Robertson and Zaragoza 2009). Of the readings of one word the best counts. */
function scores(lists: PostingLists, wanted: readonly Wanted[]): Map<number, number> {
  const totals = new Map<number, number>();
  for (const { keys } of wanted) {
    const best = new Map<number, number>();
    for (const { key, weight } of keys) {
      const { postings, rarity } = lists.find(key);
      for (const { record, frequency } of postings)
        best.set(record, Math.max(best.get(record) ?? 0, weight * rarity * saturated(frequency)));
    }
    for (const [record, score] of best) totals.set(record, (totals.get(record) ?? 0) + score);
  }
  return totals;
}

function bestFirst(totals: Map<number, number>, share: number): { record: number; score: number }[] {
  const sorted = [...totals]
    .map(([record, score]) => ({ record, score }))
    .sort((a, b) => b.score - a.score || a.record - b.record);
  const least = (sorted[0]?.score ?? 0) * share;
  return sorted.filter(({ score }) => score > 0 && score >= least);
}

/** Labels under which a case was found, but for those the reader typed. */
function reasonsFor(index: SearchIndex, concepts: readonly string[], record: number, query: string): string[] {
  const { file } = index;
  const marks = file.concepts.flatMap(({ id, marks: own }) => (concepts.includes(id) ? own : []));
  const labels = [...new Set(marks)].flatMap((mark) => {
    const filed = file.marks[mark];
    return filed?.cases.includes(record) ? filed.label : [];
  });
  const typed = query.toLowerCase();
  return labels.filter((label) => !typed.includes(label.toLowerCase()));
}

/** Every case, and every lesson or question, that answers a query, best first. */
export function rank(index: SearchIndex, query: string): Ranked {
  return rankHearing(index, query, nothingHeard);
}

/** The same of a query in which other languages were heard. */
export function rankHearing(index: SearchIndex, query: string, heard: Heard): Ranked {
  const read = readQuery(query, index, heard);
  const cases = bestFirst(scores(index.cases, read.wanted), leastShare.cases);
  const { others } = index;
  const also = others ? bestFirst(scores(others.lists, read.wanted), leastShare.others) : [];
  return {
    words: typedWords(query, index),
    closeness: closenessOf(index, read, cases[0]),
    cases: cases.flatMap(({ record, score }) => {
      const id = index.file.records[record];
      return id ? { id, score, reasons: reasonsFor(index, read.concepts, record, query) } : [];
    }),
    others: also.flatMap(({ record }) => others?.records[record] ?? []),
  };
}
