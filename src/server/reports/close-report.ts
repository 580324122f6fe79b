import { mayStillLeave } from '#core/delivery/later-state.ts';
import type { Closing } from '#core/reports/report-steps.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { noteErasedMessages } from '#server/database/store-life.ts';
import type { Keyring } from '#server/keys/keyring.ts';
import type { NearMiss } from './near-miss.ts';
import { noteStep } from './report-steps.ts';
import { openStrip } from './seal-strip.ts';
import { mailAddressOf } from './write-to-reporter.ts';

export type Closed =
  /** `address`: what lies outside the store, and names it, has to go too. */
  { ok: true; address: string | null } | { ok: false; reason: 'closed' | 'not-told-back' | 'mail-on-its-way' };

/**
 * Closes a report: who it was from, letters to them and what editors guessed of them are deleted. What was told stays, and its receipt still opens its page.
 * The reporter is told first what became of it.
 */
export async function closeReport(
  { db, keys }: { db: Db; keys: Keyring },
  report: NearMiss,
  closing: { as: Closing; by: string },
  now: Instant,
): Promise<Closed> {
  if (report.isClosed) return { ok: false, reason: 'closed' };
  if (report.toldBackAt === null) return { ok: false, reason: 'not-told-back' };
  return db.transaction().execute(async (trx): Promise<Closed> => {
    if (await isMailOnItsWay(trx, report.id)) return { ok: false, reason: 'mail-on-its-way' };
    const strip = await trx
      .selectFrom('near_miss_strip')
      .selectAll()
      .where('near_miss_key', '=', report.key)
      .executeTakeFirst();
    const address = strip ? mailAddressOf(openStrip(keys, strip)?.contact ?? '') : null;
    await trx.deleteFrom('near_miss_strip').where('near_miss_key', '=', report.key).execute();
    await deleteLetters(trx, report.id);
    if (address) await forgetRefusals(trx, address);
    await trx.updateTable('near_miss_step').set({ note: null }).where('near_miss_id', '=', report.id).execute();
    await trx
      .updateTable('near_miss')
      .set({ closed_at: now, closed_as: closing.as, call_back: 0 })
      .where('id', '=', report.id)
      .execute();
    await noteStep(trx, report.id, { step: 'strip-deleted', at: now, by: closing.by, outcome: 'done', note: null });
    return { ok: true, address };
  });
}

const lettersOf = (trx: Db, nearMissId: number) =>
  trx.selectFrom('near_miss_letter').select('message_id').where('near_miss_id', '=', nearMissId);

async function isMailOnItsWay(trx: Db, nearMissId: number): Promise<boolean> {
  const waiting = await trx
    .selectFrom('message')
    .select('id')
    .where('id', 'in', lettersOf(trx, nearMissId))
    .where('state', 'in', mayStillLeave)
    .executeTakeFirst();
  return waiting !== undefined;
}

async function deleteLetters(trx: Db, nearMissId: number): Promise<void> {
  const ids = (await lettersOf(trx, nearMissId).execute()).map(({ message_id }) => message_id);
  await trx.deleteFrom('near_miss_letter').where('near_miss_id', '=', nearMissId).execute();
  if (ids.length === 0) return;
  await trx.deleteFrom('report').where('message_id', 'in', ids).execute();
  await trx.deleteFrom('message').where('id', 'in', ids).execute();
  await noteErasedMessages(trx, ids);
}

/** A server’s refusal of the address, unless it is somebody’s who gets other mail. */
async function forgetRefusals(trx: Db, address: string): Promise<void> {
  const person = await trx.selectFrom('person').select('id').where('email', '=', address).executeTakeFirst();
  const other = await trx.selectFrom('message').select('id').where('address', '=', address).executeTakeFirst();
  if (!person && !other) await trx.deleteFrom('suppression').where('address', '=', address).execute();
}
