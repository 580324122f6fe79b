import { createHash, randomBytes } from 'node:crypto';
import { isLetterWanted, letterLifeMs } from '#core/delivery/next-letter.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import type { Language } from '#i18n/languages.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { addMessage } from '#server/outbox/outbox.ts';
import { signInLetter } from './sign-in-letter.ts';
import { isTrainer } from './trainers.ts';

export type SignInDesk = {
  db: Db;
  trainers: readonly string[];
  siteUrl: string;
  now: Instant;
  /** The language the form was filled in in; the letter speaks it. */
  language: Language;
  /** Requests of whoever asks in the last hour, this one included. */
  askedInHour: number;
};

const sessionMs = 7 * dayMs;

/** Only a hash is stored: whoever reads the store cannot sign in with it. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Of 25 bytes the last letter holds two bits, and so is A, Q, g or w: views of plain text leave a "-" or "_" at the end out of the link. */
const newToken = () => randomBytes(25).toString('base64url');

/**
 * Mails a single-use link when `email` belongs to a trainer, and does nothing otherwise; the caller says the same in
 * both cases, so that nobody can learn who is a trainer. Earlier links stay valid.
 */
export async function requestSignIn(
  { db, trainers, siteUrl, now, language, askedInHour }: SignInDesk,
  email: string,
): Promise<void> {
  const address = email.trim().toLowerCase();
  if (!(await isTrainer(db, trainers, address))) return;
  const lastUnusedAt = await newestUnused(db, address, now);
  if (!isLetterWanted({ lastUnusedAt, askedInHour, now })) return;
  const token = newToken();
  await db
    .insertInto('sign_in')
    .values({ token_hash: hashOf(token), email: address, expires_at: now + letterLifeMs })
    .execute();
  const letter = signInLetter(`${siteUrl}/desk/enter/${token}`, language);
  await addMessage(db, {
    purpose: 'sign-in',
    address,
    due_at: now,
    expires_at: now + letterLifeMs,
    created_at: now,
    letter: JSON.stringify(letter),
  });
}

/** When the newest link was mailed that still opens the desk. */
async function newestUnused(db: Db, address: string, now: Instant): Promise<Instant | null> {
  const newest = await db
    .selectFrom('sign_in')
    .select('expires_at')
    .where('email', '=', address)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('expires_at', 'desc')
    .executeTakeFirst();
  return newest ? newest.expires_at - letterLifeMs : null;
}

export type SignInState = 'usable' | 'used' | 'expired' | 'unknown';

/** Looks at a link without using it up: mail scanners open links before people do. */
export async function readSignIn(db: Db, token: string, now: Instant): Promise<SignInState> {
  const row = await db.selectFrom('sign_in').selectAll().where('token_hash', '=', hashOf(token)).executeTakeFirst();
  if (!row) return 'unknown';
  if (row.used_at !== null) return 'used';
  return now < row.expires_at ? 'usable' : 'expired';
}

/** Uses a link up and opens a session; `null` when it was used, late or unknown. One statement decides, so a double click signs in once. */
export async function enter(
  db: Db,
  token: string,
  now: Instant,
): Promise<{ session: string; expiresAt: Instant } | null> {
  const used = await db
    .updateTable('sign_in')
    .set({ used_at: now })
    .where('token_hash', '=', hashOf(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('email')
    .executeTakeFirst();
  if (!used) return null;
  const session = newToken();
  const expiresAt = now + sessionMs;
  await db
    .insertInto('session')
    .values({ token_hash: hashOf(session), email: used.email, expires_at: expiresAt })
    .execute();
  return { session, expiresAt };
}

/** The trainer a session belongs to, or `null`; a trainer taken off the list is out at once. */
export async function trainerOf(
  db: Db,
  trainers: readonly string[],
  session: string | undefined,
  now: Instant,
): Promise<string | null> {
  if (!session) return null;
  const row = await db
    .selectFrom('session')
    .select('email')
    .where('token_hash', '=', hashOf(session))
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row && (await isTrainer(db, trainers, row.email)) ? row.email : null;
}

export async function leave(db: Db, session: string | undefined): Promise<void> {
  if (session) await db.deleteFrom('session').where('token_hash', '=', hashOf(session)).execute();
}
