import { z } from 'zod';
import type { OpenBreaker } from '#core/delivery/breaker.ts';
import { troubles } from '#core/delivery/judge-reply.ts';
import { forgetFact, keepFact, readFact } from '#server/database/facts.ts';
import type { Db } from '#server/database/open-database.ts';

const factName = 'mail-breaker';

const breakerSchema = z.object({
  trouble: z.enum(troubles),
  reply: z.string(),
  since: z.number(),
  faults: z.number(),
  nextTryAt: z.number(),
});

/** Why no mail is sent just now, or `null`. It is kept in the store, so that a restart does not begin to hammer anew. */
export async function readBreaker(db: Db): Promise<OpenBreaker | null> {
  const text = await readFact(db, factName);
  if (text === null) return null;
  // One that another version wrote in another form is no reason to send nothing for ever.
  return breakerSchema.safeParse(JSON.parse(text)).data ?? null;
}

export async function keepBreaker(db: Db, breaker: OpenBreaker): Promise<void> {
  await keepFact(db, factName, JSON.stringify(breaker));
}

export async function forgetBreaker(db: Db): Promise<void> {
  await forgetFact(db, factName);
}
