import { neverArrives } from '#core/delivery/message-state.ts';
import type { Db } from '#server/database/open-database.ts';

/**
 * Whether a person has no nudge on a local day, nor a mail about a safeguard, in the caller's transaction. Nobody gets two a day, and the store refuses a second; but one that
 * was withdrawn or never arrived gives its day back here, or it would swallow whatever is planned for that day later.
 */
export async function isDayFree(trx: Db, personId: number, localDate: string): Promise<boolean> {
  await trx
    .updateTable('nudge')
    .set({ day_taken: null })
    .where('person_id', '=', personId)
    .where('day_taken', '=', localDate)
    .where('message_id', 'in', (eb) => eb.selectFrom('message').select('id').where('state', 'in', neverArrives))
    .execute();
  const taken = await trx
    .selectFrom('nudge')
    .select('id')
    .where('person_id', '=', personId)
    .where('day_taken', '=', localDate)
    .executeTakeFirst();
  return taken === undefined && !(await isAskedAbout(trx, personId, localDate));
}

/** Whether a mail about a safeguard has the day. */
async function isAskedAbout(trx: Db, personId: number, localDate: string): Promise<boolean> {
  const asking = await trx
    .selectFrom('safeguard_asking')
    .leftJoin('message', 'message.id', 'safeguard_asking.message_id')
    .select('safeguard_asking.message_id')
    .where('safeguard_asking.person_id', '=', personId)
    .where('safeguard_asking.local_date', '=', localDate)
    .where((eb) => eb.or([eb('message.state', 'is', null), eb('message.state', 'not in', neverArrives)]))
    .executeTakeFirst();
  return asking !== undefined;
}
