import { barsToPublishing, type PublicationBar } from '#core/reports/publication.ts';
import type { DeidentifiedText } from '#core/reports/report-text.ts';
import type { Planner } from '#server/nudges/plan-nudges.ts';
import { readPiece } from '#server/pieces/piece-store.ts';
import { knownWords } from '#server/reports/known-words.ts';
import { type NearMiss, nearMissOf } from '#server/reports/near-miss.ts';
import { wordsToCheck } from './draft-case.ts';

export type MadeOfReport = { reportId: number; bars: PublicationBar[] };

export function textsOf({ cleared: _, ...texts }: DeidentifiedText): string[] {
  return Object.values(texts);
}

/** Why a report may not be told as it stands: its words and those of the draft made of it are judged together. */
export async function barsOf({ db, catalogue }: Planner, report: NearMiss): Promise<PublicationBar[]> {
  const piece = report.pieceId === null ? null : await readPiece(db, report.pieceId);
  const own = report.text ? textsOf(report.text) : [];
  const texts = [...own, ...(piece ? wordsToCheck(piece.typed) : [])];
  return barsToPublishing(report, { texts, cleared: report.text?.cleared ?? [] }, knownWords(catalogue));
}

/** The report that a piece was made of; `null` for every other piece. */
export async function madeOfReport(planner: Planner, pieceId: string): Promise<MadeOfReport | null> {
  const row = await planner.db.selectFrom('near_miss').selectAll().where('piece_id', '=', pieceId).executeTakeFirst();
  return row ? { reportId: row.id, bars: await barsOf(planner, nearMissOf(row)) } : null;
}
