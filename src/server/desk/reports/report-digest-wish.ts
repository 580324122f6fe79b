import { type Language, languages } from '#i18n/languages.ts';
import type { Db } from '#server/database/open-database.ts';
import { isToken, newToken } from '../random-token.ts';

/** In which language somebody of the desk wants the monthly digest of near misses; `null`: they do not. */
export async function readReportDigestWish(db: Db, email: string): Promise<Language | null> {
  const wish = await db.selectFrom('near_miss_digest').select('language').where('email', '=', email).executeTakeFirst();
  return wish?.language ?? null;
}

/** `language` null ends it. `false` for what is no language of ours. */
export async function keepReportDigestWish(db: Db, email: string, language: string | null): Promise<boolean> {
  if (language === null) {
    await db.deleteFrom('near_miss_digest').where('email', '=', email).execute();
    return true;
  }
  const known = languages.find((name) => name === language);
  if (!known) return false;
  await db
    .insertInto('near_miss_digest')
    .values({ email, language: known, key: newToken(), month_sent: null })
    .onConflict((conflict) => conflict.column('email').doUpdateSet({ language: known }))
    .execute();
  return true;
}

/** Whose link it is: it opens nothing but the way out. */
export async function readReportDigestLink(db: Db, token: string): Promise<Language | null> {
  if (!isToken(token)) return null;
  const wish = await db.selectFrom('near_miss_digest').select('language').where('key', '=', token).executeTakeFirst();
  return wish?.language ?? null;
}

/** Ends the digest of a link; twice is the same as once. */
export async function endReportDigest(db: Db, token: string): Promise<void> {
  await db.deleteFrom('near_miss_digest').where('key', '=', token).execute();
}
