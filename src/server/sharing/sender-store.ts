import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';

/** Whoever may hand us pieces: `name` is what the house calls them. */
export type Sender = { fingerprint: string; name: string; trustedAt: Instant; withdrawnAt: Instant | null };

export type Senders = ReadonlyMap<string, Sender>;

/** All whose key was ever compared, by their fingerprints, in the order of their names. */
export async function readSenders(db: Db): Promise<Senders> {
  const rows = await db.selectFrom('shared_sender').selectAll().orderBy('name').orderBy('fingerprint').execute();
  return new Map(
    rows.map(({ fingerprint, name, trusted_at, withdrawn_at }) => [
      fingerprint,
      { fingerprint, name, trustedAt: trusted_at, withdrawnAt: withdrawn_at },
    ]),
  );
}

export function isTrusted(senders: Senders, fingerprint: string): boolean {
  return senders.get(fingerprint)?.withdrawnAt === null;
}

/** Whether trust in a key was given and taken back. */
export function isDistrusted(senders: Senders, fingerprint: string): boolean {
  return (senders.get(fingerprint)?.withdrawnAt ?? null) !== null;
}

/** Trusts a key from now on, under the name that the house gives it; also one that was trusted before. */
export async function trustSender(
  db: Db,
  { fingerprint, name }: Pick<Sender, 'fingerprint' | 'name'>,
  by: string,
  now: Instant,
): Promise<void> {
  const row = { name, trusted_at: now, trusted_by: by, withdrawn_at: null, withdrawn_by: null };
  await db
    .insertInto('shared_sender')
    .values({ fingerprint, ...row })
    .onConflict((conflict) => conflict.column('fingerprint').doUpdateSet(row))
    .execute();
}

/** Nothing of theirs is taken any more. `false` when they were not trusted. */
export async function distrustSender(db: Db, fingerprint: string, by: string, now: Instant): Promise<boolean> {
  const changed = await db
    .updateTable('shared_sender')
    .set({ withdrawn_at: now, withdrawn_by: by })
    .where('fingerprint', '=', fingerprint)
    .where('withdrawn_at', 'is', null)
    .returning('fingerprint')
    .executeTakeFirst();
  return changed !== undefined;
}
