import type { Vocabulary } from '#catalogue/schema/vocabulary.ts';
import { nameKey } from '#core/people/same-name.ts';
import { didYouMean } from '#core/text/did-you-mean.ts';
import type { Instant } from '#server/database/schema.ts';
import { changes } from './cell.ts';
import type { StaffRecord } from './files/staff-file.ts';
import type { RefusedLine } from './refused-line.ts';

export type ImportOptions = {
  vocabulary: Vocabulary;
  now: Instant;
  dryRun: boolean;
  /** Take away items that a team of the file has and the file does not list. */
  prune: boolean;
};

export type ImportInput = ImportOptions & { records: readonly StaffRecord[] };

export type ImportCounts = { added: number; changed: number; unchanged: number; removed: number; teamsAdded: string[] };

export type ImportOutcome =
  | ({
      ok: true;
      kind: 'people' | 'exposures' | 'teams';
      /** Known items that the file leaves out, as `team: item`; they stay unless pruned. */
      leftOut: string[];
      /** Items of no known kind, as `team: item`: nothing but their figures says what concerns them. */
      unnamed: string[];
      /** Lines left out because their address was erased, as `line 3: ana@works.example`. */
      erased: string[];
    } & ImportCounts)
  | { ok: false; faults: RefusedLine[] };

export type Numbered<T> = { line: number; row: T };

/** What becomes of one line of a file. */
export type LineFate = 'added' | 'changed' | 'unchanged';

/** What a file would change, and the lines that change anything. */
export type Compared<T> = { counts: ImportCounts; toSave: Numbered<T>[] };

/** What becomes of a row that was `known` or not, when `patch` is laid over it. */
export function fateOf(
  known: Readonly<Record<string, unknown>> | undefined,
  patch: Readonly<Record<string, unknown>>,
): LineFate {
  if (!known) return 'added';
  return changes(known, patch) ? 'changed' : 'unchanged';
}

/** Holds a file against what is known, before anything is written: a dry run is this and no more. */
export function compareRows<T>(
  rows: readonly Numbered<T>[],
  teamsAdded: string[],
  judge: (row: T) => LineFate,
): Compared<T> {
  const counts = { ...nothingCounted(), teamsAdded };
  const toSave = rows.filter(({ row }) => {
    const fate = judge(row);
    counts[fate] += 1;
    return fate !== 'unchanged';
  });
  return { counts, toSave };
}

/** Names of teams in the order of a file, each once and as first typed, that are not known yet. */
export function teamsNotKnown(names: readonly string[], known: { has: (name: string) => boolean }): string[] {
  const first = new Map<string, string>();
  for (const name of names) if (!first.has(nameKey(name))) first.set(nameKey(name), name);
  return [...first.values()].filter((name) => !known.has(name));
}

export const nothingCounted = (): ImportCounts => ({ added: 0, changed: 0, unchanged: 0, removed: 0, teamsAdded: [] });

/** Faults of words that are in no list, each with the nearest that is. */
export function unknownWords<T>(
  rows: readonly Numbered<T>[],
  field: string,
  wordsOf: (row: T) => readonly string[],
  known: readonly string[],
  what: string,
): RefusedLine[] {
  return rows.flatMap(({ line, row }) =>
    wordsOf(row)
      .filter((word) => !known.includes(word))
      .map((word) => ({ line, field, wrong: `"${word}" is not a known ${what}. ${didYouMean(word, known)}` })),
  );
}
