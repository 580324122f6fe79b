import { isLetterWanted, letterLifeMs } from '#core/delivery/next-letter.ts';
import type { Language } from '#i18n/languages.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import type { Log } from '#server/log/log.ts';
import { addMessage } from '#server/outbox/outbox.ts';
import { hashOf, newToken } from './random-token.ts';
import { codeHash, codeOf, typedCode } from './sign-in-code.ts';
import { signInLetter } from './sign-in-letter.ts';
import { isTrainer } from './trainers.ts';

export type SignInDesk = { db: Db; trainers: readonly string[]; siteUrl: string };

/** A link that somebody asked for. */
export type AskedLink = {
  /** In lower case. */
  email: string;
  /** The token of the browser that asked: there alone the link opens the desk. */
  browser: string;
  now: Instant;
  /** The language the form was filled in in; the letter speaks it. */
  language: Language;
};

/** Mails a single-use link when the address belongs to a trainer, and does nothing otherwise. Earlier links stay valid. */
export async function mailSignInLink(
  { db, trainers, siteUrl }: SignInDesk,
  { email, browser, now, language }: AskedLink,
): Promise<void> {
  if (!(await isTrainer(db, trainers, email))) return;
  if (!isLetterWanted(await newestUnused(db, email, browser, now), now)) return;
  const token = newToken();
  await db
    .insertInto('sign_in')
    .values({
      token_hash: hashOf(token),
      email,
      browser_hash: hashOf(browser),
      code_hash: codeHash(codeOf(token), browser),
      expires_at: now + letterLifeMs,
    })
    .execute();
  const letter = signInLetter(`${siteUrl}/desk/enter/${token}`, language);
  await addMessage(db, {
    purpose: 'sign-in',
    address: email,
    due_at: now,
    expires_at: now + letterLifeMs,
    created_at: now,
    letter: JSON.stringify(letter),
  });
}

/** When the newest link was mailed that still opens the desk in this browser. What others asked for is of no use there. */
async function newestUnused(db: Db, email: string, browser: string, now: Instant): Promise<Instant | null> {
  const newest = await db
    .selectFrom('sign_in')
    .select('expires_at')
    .where('email', '=', email)
    .where('browser_hash', '=', hashOf(browser))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('expires_at', 'desc')
    .executeTakeFirst();
  return newest ? newest.expires_at - letterLifeMs : null;
}

/** *elsewhere*: it opens the desk, but not in this browser. */
export type SignInState = 'usable' | 'elsewhere' | 'used' | 'expired' | 'unknown';

/** Looks at a link without using it up: mail scanners open links before people do. */
export async function readSignIn(
  db: Db,
  token: string,
  browser: string | undefined,
  now: Instant,
): Promise<SignInState> {
  const row = await db.selectFrom('sign_in').selectAll().where('token_hash', '=', hashOf(token)).executeTakeFirst();
  if (!row) return 'unknown';
  if (row.used_at !== null) return 'used';
  if (now >= row.expires_at) return 'expired';
  return browser !== undefined && row.browser_hash === hashOf(browser) ? 'usable' : 'elsewhere';
}

/** Uses a link up in the browser that asked for it, and says whose it was; `null` in any other, and when it was used, late or unknown. One statement decides, so a double click signs in once. */
export async function takeLink(
  db: Db,
  token: string,
  browser: string | undefined,
  now: Instant,
): Promise<string | null> {
  if (browser === undefined) return null;
  const used = await db
    .updateTable('sign_in')
    .set({ used_at: now })
    .where('token_hash', '=', hashOf(token))
    .where('browser_hash', '=', hashOf(browser))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('email')
    .executeTakeFirst();
  return used?.email ?? null;
}

/** Codes that may be typed for a link, the right one included. */
const mostTries = 5;

/** The same by the code that the link shows elsewhere, typed in the browser that asked. Each try is counted before it is judged, so that many at once are no more than five. */
export async function takeCode(
  { db, log }: { db: Db; log: Log },
  typed: string,
  browser: string | undefined,
  now: Instant,
): Promise<string | null> {
  if (browser === undefined) return null;
  const tried = await db
    .updateTable('sign_in')
    .set((eb) => ({ wrong_codes: eb('wrong_codes', '+', 1) }))
    .where('browser_hash', '=', hashOf(browser))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('wrong_codes', '<', mostTries)
    .returning(['token_hash', 'code_hash', 'wrong_codes'])
    .execute();
  const hash = codeHash(typedCode(typed), browser);
  const meant = tried.find(({ code_hash }) => code_hash === hash);
  if (!meant) {
    for (const { wrong_codes: wrong } of tried) log.tell('sign-in-code-wrong', { wrong });
    return null;
  }
  const used = await db
    .updateTable('sign_in')
    .set({ used_at: now })
    .where('token_hash', '=', meant.token_hash)
    .where('used_at', 'is', null)
    .returning('email')
    .executeTakeFirst();
  return used?.email ?? null;
}
