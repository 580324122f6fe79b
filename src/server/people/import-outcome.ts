import type { Vocabulary } from '#catalogue/schema/vocabulary.ts';
import { didYouMean } from '#core/text/did-you-mean.ts';
import type { Instant } from '#server/database/schema.ts';
import type { LineFault } from './csv-table.ts';

export type ImportInput = {
  text: string;
  vocabulary: Vocabulary;
  now: Instant;
  dryRun: boolean;
  /** Take away items that a team of the file has and the file does not list. */
  prune: boolean;
};

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
  | { ok: false; faults: LineFault[] };

export type Numbered<T> = { line: number; row: T };

export const nothingCounted = (): ImportCounts => ({ added: 0, changed: 0, unchanged: 0, removed: 0, teamsAdded: [] });

/** Faults of words that are in no list, each with the nearest that is. */
export function unknownWords<T>(
  rows: readonly Numbered<T>[],
  field: string,
  wordsOf: (row: T) => readonly string[],
  known: readonly string[],
  what: string,
): LineFault[] {
  return rows.flatMap(({ line, row }) =>
    wordsOf(row)
      .filter((word) => !known.includes(word))
      .map((word) => ({ line, field, wrong: `"${word}" is not a known ${what}. ${didYouMean(word, known)}` })),
  );
}
