import { entriesOf } from './posting-lists.ts';
import { packPostings, readPostings } from './postings.ts';
import type { CasesFile, FiledMark, OthersFile } from './search-file.ts';

/** Two files of cases as one: a second one counts on after the first, and every key is as rare as it is in both together. Pure. */
export function joinCases(first: CasesFile, second: CasesFile): CasesFile {
  const known = new Set(first.concepts.map(({ id }) => id));
  return {
    ...first,
    records: [...first.records, ...second.records],
    concepts: [...first.concepts, ...second.concepts.filter(({ id }) => !known.has(id))],
    marks: joinMarks(first.marks, second.marks, first.records.length),
    words: joinWords(first.words, second.words, first.records.length),
  };
}

export function joinOthers(first: OthersFile, second: OthersFile): OthersFile {
  return {
    ...first,
    records: [...first.records, ...second.records],
    words: joinWords(first.words, second.words, first.records.length),
  };
}

function joinMarks(
  first: Readonly<Record<string, FiledMark>>,
  second: Readonly<Record<string, FiledMark>>,
  size: number,
): Record<string, FiledMark> {
  const joined = { ...first };
  for (const [id, { label, cases }] of Object.entries(second))
    joined[id] = { label, cases: [...(first[id]?.cases ?? []), ...cases.map((number) => number + size)] };
  return joined;
}

function joinWords(first: string, second: string, size: number): string {
  const joined = entriesOf(first);
  for (const [key, packed] of entriesOf(second)) {
    const after = readPostings(packed).map(({ record, frequency }) => ({ record: record + size, frequency }));
    joined.set(key, packPostings([...readPostings(joined.get(key) ?? ''), ...after]));
  }
  return [...joined].map(([key, packed]) => `${key} ${packed}`).join(';');
}
