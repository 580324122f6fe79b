import { createHmac, randomBytes } from 'node:crypto';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';

/** What is left of an erased address: a hash, and the key that it was made with. */
export type ErasedAddress = { mark: string; key: string; erased_at: Instant };

export function normalised(address: string): string {
  return address.trim().toLowerCase();
}

/**
 * A hash without a key could be held against a list of all addresses of a firm by anybody who sees it anywhere. The key lies in the store alone, and
 * is not SECRET: that is changed now and then, and a mark has to hold for as long as the store does, in each of its copies.
 */
function markOf(key: string, address: string): string {
  return createHmac('sha256', Buffer.from(key, 'base64url')).update(normalised(address)).digest('base64url');
}

/** The mark of an address in this store. Nothing in it says which it is. */
export async function markIn(db: Db, address: string, now: Instant): Promise<ErasedAddress> {
  const known = await db.selectFrom('erased_address').select('key').limit(1).executeTakeFirst();
  const key = known?.key ?? randomBytes(32).toString('base64url');
  return { mark: markOf(key, address), key, erased_at: now };
}

/** Remembers, in the caller's transaction, that an address was erased. */
export async function noteErasedAddress(trx: Db, address: string, now: Instant): Promise<void> {
  await keepErasedAddresses(trx, [await markIn(trx, address, now)]);
}

/** Takes marks over; of two for one address the later counts. */
export async function keepErasedAddresses(trx: Db, marks: readonly ErasedAddress[]): Promise<void> {
  for (const mark of marks)
    await trx
      .insertInto('erased_address')
      .values(mark)
      .onConflict((conflict) => conflict.column('mark').doUpdateSet({ erased_at: mark.erased_at }))
      .execute();
}

export function readErasedAddresses(db: Db): Promise<ErasedAddress[]> {
  return db.selectFrom('erased_address').selectAll().orderBy('mark').execute();
}

/** Finds of an address when it was erased, or `null`. Marks of one store have one key, those of a store that it took over from another. */
export function erasedIn(marks: readonly ErasedAddress[]): (address: string) => Instant | null {
  const byMark = new Map(marks.map(({ mark, erased_at }) => [mark, erased_at]));
  const keys = [...new Set(marks.map(({ key }) => key))];
  return (address) => {
    const found = keys.flatMap((key) => byMark.get(markOf(key, address)) ?? []);
    return found.length > 0 ? Math.max(...found) : null;
  };
}

/** Lets an address be taken in again; `false` where it was never erased. */
export async function forgetErasedAddress(db: Db, address: string): Promise<boolean> {
  const marks = await readErasedAddresses(db);
  const own = [...new Set(marks.map(({ key }) => key))].map((key) => markOf(key, address));
  const { numDeletedRows } = await db.deleteFrom('erased_address').where('mark', 'in', own).executeTakeFirst();
  return numDeletedRows > 0n;
}
