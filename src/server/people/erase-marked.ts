import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { eraseAddress } from './erase-person.ts';
import { type ErasedAddress, erasedIn, keepErasedAddresses, readErasedAddresses } from './erased-addresses.ts';

/**
 * Erases from a store whoever was erased from another, in one transaction, and takes the marks over. Of somebody who was taken in after that nothing
 * is touched. Returns how many addresses were erased.
 */
export function eraseMarked(db: Db, marks: readonly ErasedAddress[], now: Instant): Promise<number> {
  return db.transaction().execute((trx) => eraseMarkedWithin(trx, marks, now));
}

/** The same in the caller's transaction. */
export async function eraseMarkedWithin(trx: Db, marks: readonly ErasedAddress[], now: Instant): Promise<number> {
  const known = new Map((await readErasedAddresses(trx)).map(({ mark, erased_at }) => [mark, erased_at]));
  const fresh = marks.filter(({ mark, erased_at }) => (known.get(mark) ?? 0) < erased_at);
  if (fresh.length === 0) return 0;
  const erasedAt = erasedIn(fresh);
  let erased = 0;
  for (const [address, since] of await addressesIn(trx)) {
    const at = erasedAt(address);
    if (at === null || (since !== null && since > at)) continue;
    if ((await eraseAddress(trx, address, now)).ok) erased += 1;
  }
  await keepErasedAddresses(trx, fresh);
  return erased;
}

/** Every address of the store, with when its person was taken in; `null` where it is nobody's. */
async function addressesIn(trx: Db): Promise<ReadonlyMap<string, Instant | null>> {
  const alone = await Promise.all([
    trx.selectFrom('message').select('address').distinct().execute(),
    trx.selectFrom('suppression').select('address').execute(),
    trx.selectFrom('sign_in').select('email as address').distinct().execute(),
    trx.selectFrom('session').select('email as address').distinct().execute(),
    trx.selectFrom('assignment').select('assigned_by as address').distinct().execute(),
    trx.selectFrom('signal').select('made_by as address').distinct().execute(),
    trx.selectFrom('signal').select('withdrawn_by as address').distinct().execute(),
    trx.selectFrom('team_trainer').select('email as address').distinct().execute(),
    trx.selectFrom('desk_role').select('email as address').execute(),
    trx.selectFrom('desk_role').select('given_by as address').distinct().execute(),
    trx.selectFrom('piece').select('changed_by as address').distinct().execute(),
    trx.selectFrom('piece').select('published_by as address').distinct().execute(),
    trx.selectFrom('piece_version').select('changed_by as address').distinct().execute(),
    trx.selectFrom('safeguard_event').select('done_by as address').distinct().execute(),
    trx.selectFrom('shared_sender').select('trusted_by as address').distinct().execute(),
    trx.selectFrom('shared_sender').select('withdrawn_by as address').distinct().execute(),
    trx.selectFrom('received_piece').select('received_by as address').distinct().execute(),
    trx.selectFrom('exported_piece').select('exported_by as address').distinct().execute(),
    trx.selectFrom('access').select('who as address').distinct().execute(),
    trx.selectFrom('access').select('subject as address').distinct().execute(),
    trx.selectFrom('people_import').select('made_by as address').distinct().execute(),
    trx.selectFrom('people_import').select('undone_by as address').distinct().execute(),
  ]);
  const found = new Map<string, Instant | null>();
  for (const { address } of alone.flat()) if (address !== null) found.set(address, null);
  for (const { email, created_at } of await trx.selectFrom('person').select(['email', 'created_at']).execute())
    found.set(email, created_at);
  return found;
}
