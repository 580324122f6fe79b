import { keepFact, readFact } from '#server/database/facts.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';

const factName = 'last-tick';

/** Writes down that somebody began a minute's work; of several machines, the last. */
export async function keepLastTick(db: Db, now: Instant): Promise<void> {
  await keepFact(db, factName, String(now));
}

/** When anybody last began a minute's work; `null` when nobody ever did. */
export async function readLastTick(db: Db): Promise<Instant | null> {
  const text = await readFact(db, factName);
  return text === null ? null : Number(text);
}
