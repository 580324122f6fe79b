import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';

/** Some messages, and the earliest of the instants that are looked at. */
export type Waiting = { count: number; since: Instant };

/** Messages that were due by `by` and still are: sent neither yet nor too late. `since` is when the oldest became due. */
export async function overdueMail(db: Db, by: Instant, now: Instant): Promise<Waiting | null> {
  const { count, since } = await db
    .selectFrom('message')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('due_at').as('since')])
    .where('state', 'in', ['planned', 'queued', 'deferred'])
    .where('due_at', '<=', by)
    .where('expires_at', '>=', now)
    .executeTakeFirstOrThrow();
  return found(count, since);
}

/** Messages that a sender took up and has let go of without a word. `since` is when the first of their leases passed. */
export async function abandonedMail(db: Db, now: Instant): Promise<Waiting | null> {
  const { count, since } = await db
    .selectFrom('message')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('lease_until').as('since')])
    .where('state', 'in', ['claimed', 'sending'])
    .where('lease_until', '<', now)
    .executeTakeFirstOrThrow();
  return found(count, since);
}

/** PostgreSQL counts in text. */
function found(count: number | string, since: number | string | null): Waiting | null {
  return since === null ? null : { count: Number(count), since: Number(since) };
}
