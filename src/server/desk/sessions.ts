import type { Db } from '#server/database/open-database.ts';
import type { Instant, SessionRow } from '#server/database/schema.ts';
import type { Log } from '#server/log/log.ts';
import { noteAccess } from './access-log.ts';
import { hashOf, newToken } from './random-token.ts';
import { judgeSession, overlapMs, type SessionLimits } from './session-life.ts';
import { isTrainer } from './trainers.ts';

/** What sessions are kept with. */
export type SessionKeeper = { db: Db; log: Log; trainers: readonly string[]; limits: SessionLimits };

/** A token to be kept by the browser, and until when. */
export type SessionToken = { token: string; expiresAt: Instant };

/** How somebody came in. */
export type WayIn = 'link' | 'code' | 'company-account';

/** The one place where a session begins; those that have died go. */
export async function beginSession(
  { db, log, limits }: SessionKeeper,
  email: string,
  way: WayIn,
  now: Instant,
): Promise<SessionToken> {
  const token = newToken();
  const expiresAt = now + limits.longestMs;
  await db
    .deleteFrom('session')
    .where((where) => where.or([where('expires_at', '<=', now), where('used_at', '<=', now - limits.idleMs)]))
    .execute();
  await db
    .insertInto('session')
    .values({
      token_hash: hashOf(token),
      email,
      began_at: now,
      used_at: now,
      changed_at: now,
      expires_at: expiresAt,
      token_before: null,
      before_until: null,
    })
    .execute();
  await noteAccess(db, { who: email, act: 'signed-in', teamId: null, subject: null }, now);
  log.tell('session-began', { way });
  return { token, expiresAt };
}

/** Whose session it is; `renewed` is the token that takes the place of the one that was shown. */
export type OpenSession = { email: string; renewed: SessionToken | null };

/** The session that a token opens, or `null`; a trainer taken off the list is out at once. */
export async function readSession(
  keeper: SessionKeeper,
  token: string | undefined,
  now: Instant,
): Promise<OpenSession | null> {
  if (!token) return null;
  const shown = hashOf(token);
  const session = await sessionWith(keeper.db, shown);
  if (!session || !(await isTrainer(keeper.db, keeper.trainers, session.email))) return null;
  const verdict = judgeSession(session, shown, now, keeper.limits);
  if (verdict === 'ended') return null;
  if (verdict === 'reused') {
    // One of two who have the token is not its owner, and nobody can tell which.
    await endOne(keeper, session, 'token-reused');
    return null;
  }
  if (verdict === 'note') await noteUse(keeper.db, session, shown, now);
  const renewed = verdict === 'change' ? await changeToken(keeper.db, session, shown, now) : null;
  return { email: session.email, renewed };
}

/** Whether a token opens a session just now, for a request of which the page has still to be made. Changes nothing. */
export async function isOpenSession(keeper: SessionKeeper, token: string, now: Instant): Promise<boolean> {
  const shown = hashOf(token);
  const session = await sessionWith(keeper.db, shown);
  if (!session || !(await isTrainer(keeper.db, keeper.trainers, session.email))) return false;
  return !['ended', 'reused'].includes(judgeSession(session, shown, now, keeper.limits));
}

async function sessionWith(db: Db, hash: string): Promise<SessionRow | undefined> {
  return db
    .selectFrom('session')
    .selectAll()
    .where((where) => where.or([where('token_hash', '=', hash), where('token_before', '=', hash)]))
    .executeTakeFirst();
}

async function noteUse(db: Db, session: SessionRow, shown: string, now: Instant): Promise<void> {
  const arrived = shown === session.token_hash && session.token_before !== null && session.before_until === null;
  await db
    .updateTable('session')
    .set({ used_at: now, ...(arrived ? { before_until: now + overlapMs } : {}) })
    .where('token_hash', '=', session.token_hash)
    .execute();
}

/** One statement decides: of requests that come together, one brings the new token home, and the others go by the old. */
async function changeToken(db: Db, session: SessionRow, shown: string, now: Instant): Promise<SessionToken | null> {
  const token = newToken();
  const changed = await db
    .updateTable('session')
    .set({ token_hash: hashOf(token), token_before: shown, before_until: null, changed_at: now, used_at: now })
    .where('token_hash', '=', session.token_hash)
    .returning('expires_at')
    .executeTakeFirst();
  return changed ? { token, expiresAt: changed.expires_at } : null;
}

/** Signs out of one browser. */
export async function endSession(keeper: SessionKeeper, token: string | undefined): Promise<void> {
  const session = token ? await sessionWith(keeper.db, hashOf(token)) : undefined;
  if (session) await endOne(keeper, session, 'signed-out');
}

async function endOne({ db, log }: SessionKeeper, { token_hash }: SessionRow, why: 'signed-out' | 'token-reused') {
  await db.deleteFrom('session').where('token_hash', '=', token_hash).execute();
  log.tell(why === 'token-reused' ? 'session-token-reused' : 'session-ended', { sessions: 1 });
}

/** Signs an address out everywhere: its sessions end, and links that lie in its mailbox open nothing. Returns how many sessions ended. */
export async function endSessionsOf({ db, log }: Pick<SessionKeeper, 'db' | 'log'>, email: string): Promise<number> {
  const address = email.trim().toLowerCase();
  const ended = await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('sign_in').where('email', '=', address).execute();
    return trx.deleteFrom('session').where('email', '=', address).returning('email').execute();
  });
  if (ended.length > 0) log.tell('session-ended', { sessions: ended.length });
  return ended.length;
}

/** One of somebody's open sessions; of the browser nothing is known. */
export type ListedSession = { beganAt: Instant; usedAt: Instant; isThis: boolean };

/** The open sessions of an address, last used first; `token` says which of them asks. */
export async function listSessions(
  { db, limits }: SessionKeeper,
  email: string,
  token: string | undefined,
  now: Instant,
): Promise<ListedSession[]> {
  const rows = await db
    .selectFrom('session')
    .selectAll()
    .where('email', '=', email)
    .orderBy('used_at', 'desc')
    .orderBy('began_at', 'desc')
    .execute();
  const shown = token ? hashOf(token) : null;
  return rows
    .filter((session) => judgeSession(session, session.token_hash, now, limits) !== 'ended')
    .map(({ began_at, used_at, token_hash, token_before }) => ({
      beganAt: began_at,
      usedAt: used_at,
      isThis: shown === token_hash || shown === token_before,
    }));
}
