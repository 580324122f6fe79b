import { mostPositionWords, wordCount } from '#core/brief/position.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { namesSomebody } from './names-somebody.ts';

export type PositionFault = 'long' | 'names-somebody';

export async function readPosition(db: Db, quarter: string): Promise<string | null> {
  const row = await db.selectFrom('brief_position').select('text').where('quarter', '=', quarter).executeTakeFirst();
  return row?.text ?? null;
}

/** Keeps what somebody wrote; an empty text leaves the position to the facts again. */
export async function keepPosition(
  db: Db,
  quarter: string,
  typed: string,
  now: Instant,
): Promise<{ ok: true } | { ok: false; reason: PositionFault }> {
  const text = typed.trim().replaceAll(/\s+/g, ' ');
  if (wordCount(text) > mostPositionWords) return { ok: false, reason: 'long' };
  if (await namesSomebody(db, [text])) return { ok: false, reason: 'names-somebody' };
  if (text === '') await db.deleteFrom('brief_position').where('quarter', '=', quarter).execute();
  else
    await db
      .insertInto('brief_position')
      .values({ quarter, text, changed_at: now })
      .onConflict((conflict) => conflict.column('quarter').doUpdateSet({ text, changed_at: now }))
      .execute();
  return { ok: true };
}
