import { z } from 'zod';
import { keepFact, readFact } from '#server/database/facts.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import type { Finding } from './finding.ts';

const factName = 'doctor-findings';

const keptSchema = z.object({
  at: z.number(),
  findings: z.array(
    z.object({ what: z.string(), grade: z.enum(['good', 'note', 'wrong']), says: z.string().nullable() }),
  ),
});

/** What was found when it was last looked at from the desk. */
export type KeptFindings = z.infer<typeof keptSchema>;

export function keepFindings(db: Db, findings: readonly Finding[], now: Instant): Promise<void> {
  return keepFact(db, factName, JSON.stringify({ at: now, findings }));
}

/** `null` while nobody has looked, or another version kept it in another form. */
export async function readFindings(db: Db): Promise<KeptFindings | null> {
  const text = await readFact(db, factName);
  return text === null ? null : (keptSchema.safeParse(JSON.parse(text)).data ?? null);
}
