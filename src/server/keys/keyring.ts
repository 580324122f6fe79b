import { createHmac, timingSafeEqual } from 'node:crypto';

/** A secret, and the name by which a link says that it was signed with it. */
export type Key = { id: string; secret: string };

/** The first signs. The others signed before it, and what they signed is still believed. */
export type Keyring = readonly [Key, ...Key[]];

/** One letter or digit, as links must be short; it tells nothing of the secret and is the same in every process that has it. Two keys may share one. */
function keyOf(secret: string): Key {
  const number = createHmac('sha256', secret).update('key id').digest().readUInt32BE();
  return { id: (number % 36).toString(36), secret };
}

export function keyringOf(secret: string, before: readonly string[]): Keyring {
  return [keyOf(secret), ...before.map(keyOf)];
}

export function hmacWith({ secret }: Key, text: string): Buffer {
  return createHmac('sha256', secret).update(text).digest();
}

/** Whether two texts are the same, in a time that does not tell how much of them is. */
export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
