import type { SelectQueryBuilder } from 'kysely';
import type { Db } from '#server/database/open-database.ts';
import type { Instant, SuppressionRow, Tables } from '#server/database/schema.ts';

/** An address that gets no mail, what was said of it, and until when; `until` null is until somebody lifts it. */
export type Suppression = SuppressionRow;

/**
 * Lets an address have no mail. What weighs more stays: a complaint more than a refusal for good, that more than one for a while, and of two for
 * a while the longer. One statement decides, so that of two who say it at once neither undoes the other.
 */
export async function suppress(db: Db, suppression: Suppression): Promise<void> {
  await db
    .insertInto('suppression')
    .values({ ...suppression, address: normalised(suppression.address) })
    .onConflict((conflict) =>
      conflict
        .column('address')
        .doUpdateSet((eb) => ({
          kind: eb.ref('excluded.kind'),
          reason: eb.ref('excluded.reason'),
          since: eb.ref('excluded.since'),
          until: eb.ref('excluded.until'),
        }))
        .where((eb) => {
          const complains = eb.and([eb('excluded.kind', '=', 'complaint'), eb('suppression.kind', '!=', 'complaint')]);
          const isForGood = eb('excluded.kind', '!=', 'soft');
          const lastsLonger = eb('suppression.until', '<', eb.ref('excluded.until'));
          return eb.or([complains, eb.and([eb('suppression.kind', '=', 'soft'), eb.or([isForGood, lastsLonger])])]);
        }),
    )
    .execute();
}

/** Whatever is in force at `now`, for a caller to narrow. */
export function suppressionsInForce(db: Db, now: Instant): SelectQueryBuilder<Tables, 'suppression', SuppressionRow> {
  return db
    .selectFrom('suppression')
    .selectAll()
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', now)]));
}

/** The suppression that is in force for an address, or `null`. */
export async function suppressionOf(db: Db, address: string, now: Instant): Promise<Suppression | null> {
  const found = await suppressionsInForce(db, now).where('address', '=', normalised(address)).executeTakeFirst();
  return found ?? null;
}

/** All that are in force, the latest first. */
export function readSuppressions(db: Db, now: Instant): Promise<Suppression[]> {
  return suppressionsInForce(db, now).orderBy('since', 'desc').orderBy('address').execute();
}

/** Lets an address have mail again from its next morning on, with all that its owner remembers; `false` when it had it. */
export async function liftSuppression(db: Db, address: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('suppression')
    .where('address', '=', normalised(address))
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

function normalised(address: string): string {
  return address.trim().toLowerCase();
}
