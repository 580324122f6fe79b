import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';

/** An address that a mail server refused for good, so that it gets no mail; `reply` is what the server said. */
export type RefusedAddress = { address: string; reply: string; since: Instant };

/** The latest first. */
export async function readRefused(db: Db): Promise<RefusedAddress[]> {
  return db
    .selectFrom('suppression')
    .select(['address', 'reason as reply', 'since'])
    .orderBy('since', 'desc')
    .orderBy('address')
    .execute();
}

/** Lets an address have mail again from its next morning on, with all that its owner remembers; `false` when it was not refused. */
export async function liftRefusal(db: Db, address: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('suppression')
    .where('address', '=', address.trim().toLowerCase())
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
