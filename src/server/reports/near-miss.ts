import type { Standing } from '#core/reports/publication.ts';
import type { Closing } from '#core/reports/report-steps.ts';
import {
  type DeidentifiedText,
  deidentifiedSchema,
  type ReportText,
  reportTextSchema,
} from '#core/reports/report-text.ts';
import type { SourceKind } from '#core/reports/source-kinds.ts';
import type { Language } from '#i18n/languages.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant, NearMissRow } from '#server/database/schema.ts';

/** A report as the desk and its reporter see it: without who it is from. */
export type NearMiss = Standing & {
  id: number;
  key: string;
  receivedAt: Instant;
  language: Language;
  sourceKind: SourceKind;
  told: ReportText;
  callBack: boolean;
  text: DeidentifiedText | null;
  pieceId: string | null;
  toldBack: string | null;
  toldBackAt: Instant | null;
  closedAt: Instant | null;
  closedAs: Closing | null;
};

export async function readNearMiss(db: Db, id: number): Promise<NearMiss | null> {
  const row = await db.selectFrom('near_miss').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? nearMissOf(row) : null;
}

/** Those that are open, the oldest first, and then those closed, the newest first. */
export async function readNearMisses(db: Db): Promise<NearMiss[]> {
  const rows = await db.selectFrom('near_miss').selectAll().orderBy('id').execute();
  const all = rows.map(nearMissOf);
  return [...all.filter(({ isClosed }) => !isClosed), ...all.filter(({ isClosed }) => isClosed).reverse()];
}

export function nearMissOf(row: NearMissRow): NearMiss {
  return {
    ...{ id: row.id, key: row.key, receivedAt: row.received_at, language: row.language, sourceKind: row.source_kind },
    told: reportTextSchema.parse(JSON.parse(row.told)),
    callBack: row.call_back === 1,
    text: row.text === null ? null : deidentifiedSchema.parse(JSON.parse(row.text)),
    ...{ label: row.label, consent: row.consent === 1, withContact: row.with_contact === 1 },
    ...{ version: row.version, readVersion: row.read_version, agreedVersion: row.agreed_version },
    ...{ pieceId: row.piece_id, toldBack: row.told_back, toldBackAt: row.told_back_at },
    ...{ isClosed: row.closed_at !== null, closedAt: row.closed_at, closedAs: row.closed_as },
  };
}
