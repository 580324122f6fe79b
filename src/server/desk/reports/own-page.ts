import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { readPiece } from '#server/pieces/piece-store.ts';
import { type NearMiss, readNearMiss } from '#server/reports/near-miss.ts';
import { type ReportersWord, takeReportersWord, type WordTaken } from '#server/reports/own-report.ts';
import { readSteps, type StepTaken } from '#server/reports/report-steps.ts';
import { wordsOfPiece } from './draft-case.ts';

/** The page of a report for whoever made it. */
export type OwnReportPage = {
  report: NearMiss;
  steps: StepTaken[];
  draft: { field: string; words: string }[];
  said: { act: ReportersWord['act']; taken: WordTaken } | null;
};

/** What a posted form of the page says; `null` where it says nothing of ours. */
export function wordIn(fields: Readonly<Record<string, string>>): ReportersWord | null {
  switch (fields['act']) {
    case 'agree':
      return { act: 'agree', version: Number(fields['version'] ?? 0) || 0, isClear: fields['clear'] === '1' };
    case 'change':
      return { act: 'change', wish: fields['wish'] ?? '' };
    case 'withdraw':
      return { act: 'withdraw' };
    default:
      return null;
  }
}

/** Takes what the reporter says, if anything, and reads the page as it is then. */
export async function ownReportPage(
  db: Db,
  opened: NearMiss,
  word: ReportersWord | null,
  now: Instant,
): Promise<OwnReportPage> {
  const said = word && { act: word.act, taken: await takeReportersWord(db, opened, word, now) };
  const report = (await readNearMiss(db, opened.id)) ?? opened;
  const piece = report.pieceId === null ? null : await readPiece(db, report.pieceId);
  return { report, said, steps: await readSteps(db, report.id), draft: piece ? wordsOfPiece(piece.typed) : [] };
}
