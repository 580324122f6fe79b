import { createHash } from 'node:crypto';
import { type KeyedRow, rowIdentity } from '#server/database/row-key.ts';
import type { Instant } from '#server/database/schema.ts';

/** The fact that a learning record store was told of people once, whatever the settings are now. */
export const everToldName = 'xapi-ever-told';

/**
 * The name under which another system knows somebody: a hash over what tells their row from all others, which is drawn by lot and stands in no
 * list. Without the store nobody gets from it to a person; it stays when name and address change.
 */
export function learnerName(person: KeyedRow & { created_at: Instant }): string {
  return createHash('sha256')
    .update(`learner ${rowIdentity(person)}`)
    .digest('base64url')
    .slice(0, 22);
}
