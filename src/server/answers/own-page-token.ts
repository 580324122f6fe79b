import { dayMs } from '#core/memory/forgetting-curve.ts';
import type { KeyedRow } from '#server/database/row-key.ts';
import type { Instant } from '#server/database/schema.ts';
import type { Keyring } from '#server/keys/keyring.ts';
import { signToken } from './token.ts';

/** The page shows and erases more than any other. Each mail brings a new link, and an old mail is passed on more easily than its reader thinks. */
const keepDays = 60;

/** The link part of a person's own page, which opens it for so long from an instant on. */
export function ownPageToken(keys: Keyring, person: KeyedRow, from: Instant): string {
  return signToken(keys, 'me', person, from + keepDays * dayMs);
}
