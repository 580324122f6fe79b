import { randomBytes } from 'node:crypto';
import { hmacWith, type Key, type Keyring, sameBytes } from '#server/keys/keyring.ts';

/**
 * What a browser keeps in which a trainer signed in once. It opens nothing; it says that requests for links to this address that come from here
 * are not a stranger's, so that no stranger can use up their number. It names nobody, and nothing of it is stored.
 */
export function knownBrowserMark(keys: Keyring, email: string): string {
  const nonce = randomBytes(9).toString('base64url');
  return `${nonce}.${macOf(keys[0], nonce, email).toString('base64url')}`;
}

/** By what name a known browser's requests are counted; `null` for one that is not known, or not for this address. */
export function knownBrowser(keys: Keyring, mark: string | undefined, email: string): string | null {
  const [nonce = '', mac = ''] = mark?.split('.') ?? [];
  const given = Buffer.from(mac, 'base64url');
  return keys.some((key) => sameBytes(given, macOf(key, nonce, email))) ? nonce : null;
}

function macOf(key: Key, nonce: string, email: string): Buffer {
  return hmacWith(key, `known browser:${nonce}:${email}`).subarray(0, 16);
}
