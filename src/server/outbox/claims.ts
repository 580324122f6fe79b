import { sql } from 'kysely';
import type { Db } from '#server/database/open-database.ts';
import { passingOverLocked } from '#server/database/passing-over-locked.ts';
import type { Instant, MessageRow } from '#server/database/schema.ts';

/** A worker owns a message for this long after its last sign of life (kept-lease.ts): whatever it holds when it dies moves again within a minute. */
export const leaseMs = 40_000;

/** Only the worker that claimed a message in this attempt may move it: a worker that slept through its lease changes nothing. */
export type Claim = Pick<MessageRow, 'id' | 'attempt'> & { worker: string };

/** Claims up to `most` queued messages for `worker`, oldest due first. One statement, so two workers never hold the same one. */
export async function claimQueued(db: Db, worker: string, now: Instant, most: number): Promise<MessageRow[]> {
  const claimed = await db
    // Materialized: PostgreSQL may otherwise look for the oldest anew for each row, and claim more than were asked for.
    .with(
      (cte) => cte('oldest').materialized(),
      (query) =>
        query
          .selectFrom('message')
          .select('id')
          .where('state', '=', 'queued')
          .orderBy('due_at')
          .orderBy('id')
          .limit(most)
          .$call(passingOverLocked(db)),
    )
    .updateTable('message')
    .set(claimedBy(worker, now))
    .where('id', 'in', (eb) => eb.selectFrom('oldest').select('oldest.id'))
    .where('state', '=', 'queued')
    .returningAll()
    .execute();
  return claimed.sort((a, b) => a.due_at - b.due_at || a.id - b.id);
}

/** Claims the message of that id, unless somebody else has it by now. */
export function claimOne(db: Db, worker: string, now: Instant, id: number): Promise<MessageRow | undefined> {
  return db
    .updateTable('message')
    .set(claimedBy(worker, now))
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .returningAll()
    .executeTakeFirst();
}

function claimedBy(worker: string, now: Instant) {
  return {
    state: 'claimed' as const,
    worker,
    attempt: sql<number>`attempt + 1`,
    lease_until: now + leaseMs,
  };
}

/** Says that a worker is alive and goes on with what it holds. */
export async function renewLeases(db: Db, worker: string, now: Instant): Promise<void> {
  await db
    .updateTable('message')
    .set({ lease_until: now + leaseMs })
    .where('state', 'in', ['claimed', 'sending'])
    .where('worker', '=', worker)
    .execute();
}

/** Gives back what a worker claimed and did not begin, when it stops: nobody need wait for its lease. */
export async function releaseClaims(db: Db, worker: string): Promise<void> {
  await db
    .updateTable('message')
    .set({ state: 'queued', worker: null, lease_until: null })
    .where('state', '=', 'claimed')
    .where('worker', '=', worker)
    .execute();
}
