import type { Db } from '#server/database/open-database.ts';
import type { Instant, PersonRow } from '#server/database/schema.ts';
import { suppress, suppressionOf } from '#server/outbox/suppression.ts';
import { sendUnsentTo } from './unsent-mail.ts';

/**
 * What follows on a new address, in the caller's transaction. That a server refused the old one is said of the address and stays with it; that its
 * owner called our mail unwanted is a wish, and comes along.
 */
export async function changeAddress(trx: Db, person: PersonRow, to: string, now: Instant): Promise<void> {
  await trx
    .insertInto('former_address')
    .values({ address: person.email, person_id: person.id, until: now })
    .onConflict((conflict) => conflict.columns(['address', 'person_id']).doUpdateSet({ until: now }))
    .execute();
  await trx.deleteFrom('former_address').where('address', '=', to).where('person_id', '=', person.id).execute();
  const said = await suppressionOf(trx, person.email, now);
  if (said?.kind === 'complaint') await suppress(trx, { ...said, address: to });
  await sendUnsentTo(trx, person.id, to);
}

/** The addresses that somebody had before and nobody has now. */
export async function formerAddressesOf(db: Db, personId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('former_address')
    .select('address')
    .where('person_id', '=', personId)
    .where('address', 'not in', db.selectFrom('person').select('email'))
    .orderBy('address')
    .execute();
  return rows.map(({ address }) => address);
}

/** Whose an address was that is nobody's any more: the last who had it, by their number. A list that is older than the change names them so. */
export async function readFormerOwners(db: Db, addresses: readonly string[]): Promise<Map<string, number>> {
  if (addresses.length === 0) return new Map();
  const rows = await db
    .selectFrom('former_address')
    .select(['address', 'person_id'])
    .where('address', 'in', addresses)
    .where('address', 'not in', db.selectFrom('person').select('email'))
    .orderBy('until')
    .execute();
  return new Map(rows.map(({ address, person_id }) => [address, person_id]));
}
