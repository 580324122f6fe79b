import { createHmac, timingSafeEqual } from 'node:crypto';
import type { KeyedRow } from '#server/database/row-key.ts';

/** What a link may be used for. A token made for one purpose opens nothing else. */
export const tokenPurposes = { nudge: 'n', unsubscribe: 'u', me: 'm' } as const;

export type TokenPurpose = keyof typeof tokenPurposes;

export type ReadToken =
  | { ok: true; id: number; expired: boolean }
  | { ok: false; reason: 'forged' | 'foreign' }
  /** It was ours, but its row is gone, and perhaps another has its id: after a restore ids are given out again. */
  | { ok: false; reason: 'gone' };

/** The key of the row that has an id now; `undefined` where none has. */
export type KeyOf = (id: number) => Promise<string | null | undefined>;

/**
 * 128 bits of HMAC: guessing them by asking the server is out of reach, and the link stays short. The last letter holds two of them, and
 * so is A, Q, g or w: a "-" or "_" at the end of a link is left out of it by views of plain text. The first half says that the link is ours,
 * without its row; the second that the row is the one it was made for.
 */
const macBytes = 16;

function macOf(secret: string, payload: string, key: string | null): Buffer {
  const mac = hmac(secret, payload);
  // Links to rows from before there were keys have left, and go on working.
  return key === null
    ? mac
    : Buffer.concat([mac.subarray(0, macBytes / 2), hmac(secret, `${payload}.${key}`)], macBytes);
}

function hmac(secret: string, payload: string): Buffer {
  return createHmac('sha256', secret).update(`link:${payload}`).digest().subarray(0, macBytes);
}

/** A signed link part: purpose, row id and expiry (seconds, base 36), readable in a log and useless to forge. */
export function signToken(secret: string, purpose: TokenPurpose, { id, key }: KeyedRow, expiresAt: number): string {
  const payload = `${tokenPurposes[purpose]}.${id.toString(36)}.${Math.floor(expiresAt / 1000).toString(36)}`;
  return `${payload}.${macOf(secret, payload, key).toString('base64url')}`;
}

/** Checks a token for one purpose at `now` (epoch milliseconds), and that its row is still the one it names. An expired one is still told apart from a forged one. */
export async function readToken(
  secret: string,
  purpose: TokenPurpose,
  token: string,
  now: number,
  keyOf: KeyOf,
): Promise<ReadToken> {
  const match = /^([a-z])\.([0-9a-z]{1,11})\.([0-9a-z]{1,9})\.([\w-]{21}[AQgw])$/.exec(token);
  if (!match) return { ok: false, reason: 'forged' };
  const [, letter = '', written = '', expiry = '', mac = ''] = match;
  const payload = `${letter}.${written}.${expiry}`;
  const given = Buffer.from(mac, 'base64url');
  const half = macBytes / 2;
  if (!timingSafeEqual(given.subarray(0, half), hmac(secret, payload).subarray(0, half)))
    return { ok: false, reason: 'forged' };
  if (letter !== tokenPurposes[purpose]) return { ok: false, reason: 'foreign' };
  const id = Number.parseInt(written, 36);
  const key = await keyOf(id);
  if (key === undefined || !timingSafeEqual(given, macOf(secret, payload, key))) return { ok: false, reason: 'gone' };
  return { ok: true, id, expired: now >= Number.parseInt(expiry, 36) * 1000 };
}
