import type { Db } from '#server/database/open-database.ts';
import { rowIdentity } from '#server/database/row-key.ts';
import type { Instant, PersonRow } from '#server/database/schema.ts';

/** Remembers, in the caller's transaction, that somebody was erased, by what tells their row from all others. A backup that holds them has the same. */
export async function noteErasure(
  trx: Db,
  person: Pick<PersonRow, 'id' | 'key' | 'created_at'>,
  now: Instant,
): Promise<void> {
  await trx
    .insertInto('erasure')
    .values({ person: rowIdentity(person), erased_at: now })
    .onConflict((conflict) => conflict.column('person').doNothing())
    .execute();
}
