import type { Db } from '#server/database/open-database.ts';
import type { Instant, NearMissRow } from '#server/database/schema.ts';
import { noteStep } from './report-steps.ts';

/** Pieces made from a report; every other piece of the house is nothing of ours. */
export function reportOfPiece(db: Db, pieceId: string): Promise<NearMissRow | undefined> {
  return db.selectFrom('near_miss').selectAll().where('piece_id', '=', pieceId).executeTakeFirst();
}

/** What was changed in a draft nobody has read or agreed to yet. In the transaction that changes it. */
export async function lapseAgreement(trx: Db, pieceId: string): Promise<void> {
  await trx
    .updateTable('near_miss')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('piece_id', '=', pieceId)
    .where('closed_at', 'is', null)
    .execute();
}

/** Whether its source consented to this version at TLP:CLEAR, and somebody tried in vain to trace it. */
export function isAgreedTo({
  version,
  label,
  consent,
  with_contact,
  read_version,
  agreed_version,
}: NearMissRow): boolean {
  const isRead = read_version === version && agreed_version === version;
  return isRead && label === 'clear' && consent === 1 && with_contact === 1;
}

/**
 * Writes down what allowed a piece made from a report to be published, in the transaction that publishes it. The store refuses a row that allows nothing
 * (`published_as_agreed`), and with it the publication.
 */
export async function recordPublication(trx: Db, report: NearMissRow, by: string, now: Instant): Promise<void> {
  const { id, version, label, consent, with_contact, read_version, agreed_version } = report;
  const allowed = { version, label, consent, with_contact, read_version: read_version ?? 0 };
  const written = await trx
    .insertInto('near_miss_publication')
    .values({ near_miss_id: id, published_at: now, ...allowed, agreed_version: agreed_version ?? 0 })
    // Published again without a change: what allowed it stands there already.
    .onConflict((conflict) => conflict.columns(['near_miss_id', 'version']).doNothing())
    .returning('version')
    .executeTakeFirst();
  if (written) await noteStep(trx, id, { step: 'publish', at: now, by, outcome: 'done', note: null });
}
