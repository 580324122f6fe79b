import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a link may be used for. A token made for one purpose opens nothing else. */
export const tokenPurposes = { nudge: 'n', unsubscribe: 'u' } as const;

export type TokenPurpose = keyof typeof tokenPurposes;

export type ReadToken = { ok: true; id: number; expired: boolean } | { ok: false; reason: 'forged' | 'foreign' };

/**
 * 128 bits of the HMAC: guessing one by asking the server is out of reach, and the link stays short. The last letter holds two of them, and
 * so is A, Q, g or w: a "-" or "_" at the end of a link is left out of it by views of plain text.
 */
const macBytes = 16;

function macOf(secret: string, payload: string): string {
  return createHmac('sha256', secret).update(`link:${payload}`).digest().subarray(0, macBytes).toString('base64url');
}

/** A signed link part: purpose, row id and expiry (seconds, base 36), readable in a log and useless to forge. */
export function signToken(secret: string, purpose: TokenPurpose, id: number, expiresAt: number): string {
  const payload = `${tokenPurposes[purpose]}.${id.toString(36)}.${Math.floor(expiresAt / 1000).toString(36)}`;
  return `${payload}.${macOf(secret, payload)}`;
}

/** Checks a token for one purpose at `now` (epoch milliseconds). An expired one is still told apart from a forged one. */
export function readToken(secret: string, purpose: TokenPurpose, token: string, now: number): ReadToken {
  const match = /^([a-z])\.([0-9a-z]{1,11})\.([0-9a-z]{1,9})\.([\w-]{22})$/.exec(token);
  if (!match) return { ok: false, reason: 'forged' };
  const [, letter = '', id = '', expiry = '', mac = ''] = match;
  const expected = Buffer.from(macOf(secret, `${letter}.${id}.${expiry}`));
  const given = Buffer.from(mac);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return { ok: false, reason: 'forged' };
  if (letter !== tokenPurposes[purpose]) return { ok: false, reason: 'foreign' };
  return { ok: true, id: Number.parseInt(id, 36), expired: now >= Number.parseInt(expiry, 36) * 1000 };
}
