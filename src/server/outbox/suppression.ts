import type { SelectQueryBuilder } from 'kysely';
import type { Db } from '#server/database/open-database.ts';
import type { Instant, SuppressionRow, Tables } from '#server/database/schema.ts';

/** An address that gets no mail, what was said of it, and until when; `until` null is until somebody lifts it. */
export type Suppression = Omit<SuppressionRow, 'lifted_at'>;

const ofSuppression = ['address', 'kind', 'reason', 'since', 'until'] as const;

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
          lifted_at: null,
        }))
        .where((eb) => {
          const isLifted = eb('suppression.lifted_at', 'is not', null);
          const complains = eb.and([eb('excluded.kind', '=', 'complaint'), eb('suppression.kind', '!=', 'complaint')]);
          const isForGood = eb('excluded.kind', '!=', 'soft');
          const lastsLonger = eb('suppression.until', '<', eb.ref('excluded.until'));
          const ends = eb.and([eb('suppression.kind', '=', 'soft'), eb.or([isForGood, lastsLonger])]);
          return eb.or([isLifted, complains, ends]);
        }),
    )
    .execute();
}

type OfSuppressions<Columns> = SelectQueryBuilder<Tables, 'suppression', Columns>;

/** Whatever is in force at `now`, for a caller to narrow. */
export function suppressionsInForce(db: Db, now: Instant): OfSuppressions<Suppression> {
  return db
    .selectFrom('suppression')
    .select(ofSuppression)
    .where('lifted_at', 'is', null)
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

/** Lets an address have mail again from its next morning on, with all that its owner remembers; `false` when nothing kept mail from it. */
export async function liftSuppression(db: Db, address: string, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('suppression')
    .set({ lifted_at: now })
    .where('address', 'in', suppressionsInForce(db, now).clearSelect().select('address'))
    .where('address', '=', normalised(address))
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** How long a trainer may take back that an address has mail again; what a server says later counts anyway. */
const undoMs = 24 * 3_600_000;

/** Those that were lifted so lately that it may be undone, for a caller to narrow. */
export function liftedLately(db: Db, now: Instant): OfSuppressions<Suppression> {
  return db
    .selectFrom('suppression')
    .select(ofSuppression)
    .where('lifted_at', '>', now - undoMs);
}

/** Puts back what was lifted within the last day. */
export async function undoLift(db: Db, address: string, now: Instant): Promise<void> {
  await db
    .updateTable('suppression')
    .set({ lifted_at: null })
    .where('address', '=', normalised(address))
    .where('lifted_at', '>', now - undoMs)
    .execute();
}

function normalised(address: string): string {
  return address.trim().toLowerCase();
}
