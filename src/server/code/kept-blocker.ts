import type { Db } from '#server/database/open-database.ts';
import type { MessageRow } from '#server/database/schema.ts';
import { readDueOfMessage } from './due-of-message.ts';

/** Why a reminder must not go any more, or null: nothing of what it was written for is still open. */
export async function keptBlocker(db: Db, message: MessageRow): Promise<string | null> {
  if (message.purpose !== 'code-reminder') return null;
  return (await readDueOfMessage(db, message)).length === 0 ? 'nothing is due any more' : null;
}
