import type { Db } from '#server/database/open-database.ts';
import { newToken } from '#server/desk/random-token.ts';
import { beginSession, type SessionKeeper } from '#server/desk/sessions.ts';
import { mailSignInLink, takeLink } from '#server/desk/sign-in.ts';
import { aLog } from './a-log.ts';

const hourMs = 3_600_000;

/** With the usual limits. */
export function aSessionKeeper(
  db: Db,
  trainers: readonly string[],
): SessionKeeper & { logged: ReturnType<typeof aLog> } {
  const logged = aLog();
  return { db, trainers, log: logged.log, logged, limits: { idleMs: 8 * hourMs, longestMs: 168 * hourMs } };
}

/** The token of the newest sign-in letter. */
export async function newestLinkToken(db: Db): Promise<string> {
  const letters = await db
    .selectFrom('message')
    .select('letter')
    .where('purpose', '=', 'sign-in')
    .orderBy('id')
    .execute();
  const token = /\/desk\/enter\/([\w-]+)/.exec(letters.at(-1)?.letter ?? '')?.[1];
  if (!token) throw new Error('no link was mailed');
  return token;
}

/** Asks for a link in a browser, and returns the token in the letter. */
export async function anAskedLink(db: Db, email: string, now: number, browser: string): Promise<string> {
  const desk = { db, trainers: [email], siteUrl: 'https://nodomoto.example' };
  await mailSignInLink(desk, { email, browser, now, language: 'en' });
  return newestLinkToken(db);
}

/** A trainer who came in by a link: the token of the session. */
export async function aSignedInTrainer(db: Db, email: string, now: number): Promise<string> {
  const browser = newToken();
  const owner = await takeLink(db, await anAskedLink(db, email, now, browser), browser, now);
  if (owner === null) throw new Error('the link opened nothing');
  return (await beginSession(aSessionKeeper(db, [email]), owner, 'link', now)).token;
}

/** A session that ends at an instant, as the store has it. */
export function aSessionRow(token_hash: string, email: string, expires_at: number) {
  const began = expires_at - hourMs;
  return { token_hash, email, began_at: began, used_at: began, changed_at: began, expires_at };
}
