import { type PostingLists, saturated } from './posting-lists.ts';
import { readQuery, type Wanted } from './read-query.ts';
import type { OtherRecord } from './search-file.ts';
import type { SearchIndex } from './search-index.ts';
import { isJapanese, type Word } from './words.ts';

export type RankedCase = { id: string; score: number; reasons: string[] };
/** `words` are those of the query that the library knows, the rarest first: what to look for in the stories. */
export type Ranked = { cases: RankedCase[]; others: OtherRecord[]; words: string[] };

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

function rarestFirst({ cases }: SearchIndex, words: readonly Word[]): string[] {
  const sorted = words.toSorted((one, other) => cases.find(other.key).rarity - cases.find(one.key).rarity);
  return sorted.map(({ said }) => said);
}

/** Every case, and every lesson or question, that answers a query, best first. */
export function rank(index: SearchIndex, query: string): Ranked {
  const { wanted, concepts, words } = readQuery(query, index);
  const cases = bestFirst(scores(index.cases, wanted), leastShare.cases);
  const { others } = index;
  const also = others ? bestFirst(scores(others.lists, wanted), leastShare.others) : [];
  return {
    words: isJapanese(query) ? [query.trim()] : rarestFirst(index, words),
    cases: cases.flatMap(({ record, score }) => {
      const id = index.file.records[record];
      return id ? { id, score, reasons: reasonsFor(index, concepts, record, query) } : [];
    }),
    others: also.flatMap(({ record }) => others?.records[record] ?? []),
  };
}
