import type { KeyedRow } from '#server/database/row-key.ts';
import { hmacWith, type Key, type Keyring, sameBytes } from '#server/keys/keyring.ts';

/** What a link may be used for. A token made for one purpose opens nothing else. */
export const tokenPurposes = { nudge: 'n', unsubscribe: 'u', me: 'm', kept: 'k', report: 'r', invited: 'i' } as const;

export type TokenPurpose = keyof typeof tokenPurposes;

export type ReadToken =
  | { ok: true; id: number; expired: boolean }
  /** *retired*: it names a key that is accepted no longer, so nobody can tell whether it was ours. */
  | { ok: false; reason: 'forged' | 'foreign' | 'retired' }
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
const half = macBytes / 2;

function macOf(key: Key, payload: string, rowKey: string | null): Buffer {
  const mac = hmac(key, payload);
  // Links to rows from before there were keys have left, and go on working.
  return rowKey === null ? mac : Buffer.concat([mac.subarray(0, half), hmac(key, `${payload}.${rowKey}`)], macBytes);
}

function hmac(key: Key, payload: string): Buffer {
  return hmacWith(key, `link:${payload}`).subarray(0, macBytes);
}

/** A signed link part: purpose and key it is signed with, row id, expiry (seconds, base 36), readable in a log and useless to forge. */
export function signToken(keys: Keyring, purpose: TokenPurpose, { id, key }: KeyedRow, expiresAt: number): string {
  const [signing] = keys;
  const expiry = Math.floor(expiresAt / 1000).toString(36);
  const payload = `${tokenPurposes[purpose]}${signing.id}.${id.toString(36)}.${expiry}`;
  return `${payload}.${macOf(signing, payload, key).toString('base64url')}`;
}

/** The name of the key is missing in links from before keys had names: any key may have signed those. */
const form = /^(([a-z])([0-9a-z])?\.([0-9a-z]{1,11})\.([0-9a-z]{1,9}))\.([\w-]{21}[AQgw])$/;

/** Checks a token for one purpose at `now` (epoch milliseconds), and that its row is still the one it names. An expired one is still told apart from a forged one. */
export async function readToken(
  keys: Keyring,
  purpose: TokenPurpose,
  token: string,
  now: number,
  keyOf: KeyOf,
): Promise<ReadToken> {
  const match = form.exec(token);
  if (!match) return { ok: false, reason: 'forged' };
  const [, payload = '', letter = '', keyId, written = '', expiry = '', mac = ''] = match;
  const named = keys.filter((key) => keyId === undefined || key.id === keyId);
  if (named.length === 0) return { ok: false, reason: 'retired' };
  const given = Buffer.from(mac, 'base64url');
  const signing = named.find((key) => sameBytes(given.subarray(0, half), hmac(key, payload).subarray(0, half)));
  if (!signing) return { ok: false, reason: 'forged' };
  if (letter !== tokenPurposes[purpose]) return { ok: false, reason: 'foreign' };
  const id = Number.parseInt(written, 36);
  const rowKey = await keyOf(id);
  if (rowKey === undefined || !sameBytes(given, macOf(signing, payload, rowKey))) return { ok: false, reason: 'gone' };
  return { ok: true, id, expired: now >= Number.parseInt(expiry, 36) * 1000 };
}
