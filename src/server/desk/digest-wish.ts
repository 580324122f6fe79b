import { type Language, languages } from '#i18n/languages.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { isToken, newToken } from './random-token.ts';

export type DigestWish = { weekday: number; language: Language };

/** Nobody gets a digest who did not ask for one. */
export async function readDigestWish(db: Db, email: string): Promise<DigestWish | null> {
  const wish = await db
    .selectFrom('digest_wish')
    .select(['weekday', 'language'])
    .where('email', '=', email)
    .executeTakeFirst();
  return wish ?? null;
}

/** On which weekday a trainer wants it (1 is Monday, 0 never) and in which language. `false` for what is none of these. */
export async function keepDigestWish(
  db: Db,
  email: string,
  typed: { weekday: string; language: string },
  now: Instant,
): Promise<boolean> {
  const language = languages.find((name) => name === typed.language);
  if (!language || !/^[0-7]$/.test(typed.weekday)) return false;
  const wish = { weekday: Number(typed.weekday), language };
  await db
    .insertInto('digest_wish')
    .values({ email, ...wish, sent_on: null, looked_at: now, key: newToken() })
    .onConflict((conflict) => conflict.column('email').doUpdateSet(wish))
    .execute();
  return true;
}

/** Whose link it is: it opens nothing but the way out. */
export async function readDigestLink(db: Db, token: string): Promise<DigestWish | null> {
  if (!isToken(token)) return null;
  const wish = await db
    .selectFrom('digest_wish')
    .select(['weekday', 'language'])
    .where('key', '=', token)
    .executeTakeFirst();
  return wish ?? null;
}

/** Turns the digest of a link off; twice is the same as once. */
export async function turnDigestOff(db: Db, token: string): Promise<void> {
  await db.updateTable('digest_wish').set({ weekday: 0 }).where('key', '=', token).execute();
}
