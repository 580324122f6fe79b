import { randomBytes } from 'node:crypto';

/** A row as a link or a Message-ID names it; the key is null in rows from before there were keys. */
export type KeyedRow = { id: number; key: string | null };

/** 128 bits: no row of this store, nor of one that was lost, has the same. */
export function newKey(): string {
  return randomBytes(16).toString('base64url');
}
