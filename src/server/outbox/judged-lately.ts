import type { Judged } from '#core/delivery/breaker.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';

/** Of the mails due in the last day, those that servers took, and the addresses that were given up as refused. */
export async function judgedLately(db: Db, now: Instant): Promise<Judged> {
  const { taken } = await db
    .selectFrom('message')
    .select((eb) => eb.fn.countAll<number>().as('taken'))
    .where('state', '=', 'accepted')
    .where('due_at', '>', now - dayMs)
    .executeTakeFirstOrThrow();
  const { refused } = await db
    .selectFrom('suppression')
    .select((eb) => eb.fn.countAll<number>().as('refused'))
    .where('kind', '=', 'hard')
    .where('lifted_at', 'is', null)
    .where('since', '>', now - dayMs)
    .executeTakeFirstOrThrow();
  return { tried: taken + refused, refused };
}
