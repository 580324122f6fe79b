import { randomBytes } from 'node:crypto';
import { keepFact, readFact } from './facts.ts';
import type { Db } from './open-database.ts';

/**
 * A store lives until a copy takes its place: the copy begins another life. What lies outside the store (sent-mark.ts) names the life it is
 * of. Lower-case hex, as it names a file, and some disks know no capitals.
 */
export const newLife = () => randomBytes(12).toString('hex');

const lifeName = 'store-life';

/** `null` in a store that has not sent or planned since there are lives. */
export function readLife(db: Db): Promise<string | null> {
  return readFact(db, lifeName);
}

export function keepLife(db: Db, life: string): Promise<void> {
  return keepFact(db, lifeName, life);
}

const erasedName = 'messages-erased-up-to';

/** Remembers, in the caller's transaction, that messages up to these were in the store, though they are there no more. */
export async function noteErasedMessages(trx: Db, ids: readonly number[]): Promise<void> {
  const known = await readErasedUpTo(trx);
  const largest = ids.reduce((most, id) => Math.max(most, id), known);
  if (largest > known) await keepFact(trx, erasedName, String(largest));
}

export async function readErasedUpTo(db: Db): Promise<number> {
  return Number((await readFact(db, erasedName)) ?? 0);
}
