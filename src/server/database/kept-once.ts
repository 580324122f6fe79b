import { createHash } from 'node:crypto';
import type { Db } from './open-database.ts';
import type { Instant } from './schema.ts';

/** Tables of texts that many rows name by their digest: none of them says anything of a person. */
type KeptOnce = 'asked_version' | 'mailed_text';

/** Keeps a text under its digest, unless it lies there, and returns that. `content` is how it is stored. */
export async function keepOnce(
  db: Db,
  table: KeptOnce,
  text: string,
  content: (text: string) => string,
  now: Instant,
): Promise<string> {
  const digest = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  const known = await db.selectFrom(table).select('digest').where('digest', '=', digest).executeTakeFirst();
  if (known) return digest;
  await db
    .insertInto(table)
    .values({ digest, content: content(text), first_at: now })
    .onConflict((conflict) => conflict.column('digest').doNothing())
    .execute();
  return digest;
}
