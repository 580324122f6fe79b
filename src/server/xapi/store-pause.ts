import { z } from 'zod';
import { forgetFact, keepFact, readFact } from '#server/database/facts.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';

const pauseSchema = z.object({ since: z.number(), until: z.number(), failures: z.number(), reply: z.string() });

/** The learning record store is left alone until then; `reply` is what it said last. */
export type StorePause = z.infer<typeof pauseSchema>;

const name = 'xapi-pause';
const shortestMs = 60_000;
const longestMs = 3_600_000;

export async function readStorePause(db: Db): Promise<StorePause | null> {
  const value = await readFact(db, name);
  return value === null ? null : pauseSchema.parse(JSON.parse(value));
}

/** Twice as long after each failure, an hour at most; longer where the store itself says so. */
export async function pauseStore(db: Db, reply: string, afterMs: number | null, now: Instant): Promise<StorePause> {
  const before = await readStorePause(db);
  const failures = (before?.failures ?? 0) + 1;
  const backoff = Math.min(longestMs, shortestMs * 2 ** (failures - 1));
  const until = now + Math.max(backoff, Math.min(afterMs ?? 0, 24 * longestMs));
  const pause = { since: before?.since ?? now, until, failures, reply };
  await keepFact(db, name, JSON.stringify(pause));
  return pause;
}

export async function endPause(db: Db): Promise<void> {
  await forgetFact(db, name);
}
