import type { Instant, SessionRow } from '#server/database/schema.ts';

/** Milliseconds: how long a session lasts unused, and in all. */
export type SessionLimits = { idleMs: number; longestMs: number };

/** A token that somebody copied is of use for so long, if its owner goes on working. */
export const changeEveryMs = 15 * 60_000;

/** Requests that left with the old token arrive within this after the first that bore the new one. */
export const overlapMs = 60_000;

/** `used_at` is written so often at most: reading a page should not cost a write. */
export const usedToMs = 60_000;

/** *change*: the answer brings another token. *note*: that it was used, or that its new token has arrived, is to be written down. */
export type SessionVerdict = 'open' | 'note' | 'change' | 'ended' | 'reused';

/** What a token is good for at `now`, given the hash of it and the session that it once opened. */
export function judgeSession(
  session: SessionRow,
  tokenHash: string,
  now: Instant,
  { idleMs, longestMs }: SessionLimits,
): SessionVerdict {
  const endsAt = Math.min(session.expires_at, session.began_at + longestMs, session.used_at + idleMs);
  if (now >= endsAt) return 'ended';
  const sinceChange = now - session.changed_at;
  const stale = now - session.used_at >= usedToMs ? 'note' : 'open';
  if (tokenHash === session.token_hash) {
    if (sinceChange >= changeEveryMs) return 'change';
    return session.token_before !== null && session.before_until === null ? 'note' : stale;
  }
  // The browser never came with the new one: the answer that brought it was lost.
  if (session.before_until === null) return sinceChange >= overlapMs ? 'change' : 'open';
  return now < session.before_until ? 'open' : 'reused';
}
