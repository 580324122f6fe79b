import { randomBytes } from 'node:crypto';
import type { Instant } from './schema.ts';

/** A row as a link or a Message-ID names it; the key is null in rows from before there were keys. */
export type KeyedRow = { id: number; key: string | null };

/** 128 bits: no row of this store, nor of one that was lost, has the same. */
export function newKey(): string {
  return randomBytes(16).toString('base64url');
}

/** What tells a row from all others in every copy of the store. Ids alone are given out again, though hardly to a row of the same millisecond. */
export function rowIdentity({ id, key, created_at }: KeyedRow & { created_at: Instant }): string {
  return key ?? `#${id}@${created_at}`;
}
