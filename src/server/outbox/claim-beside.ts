import type { Db } from '#server/database/open-database.ts';
import type { Instant, MessageRow } from '#server/database/schema.ts';
import { claimOne } from './claims.ts';

/** Claims the queued message that has waited longest of those that do not go to `domain`. */
export async function claimBeside(
  db: Db,
  worker: string,
  now: Instant,
  domain: string,
): Promise<MessageRow | undefined> {
  const oldest = await db
    .selectFrom('message')
    .select('id')
    .where('state', '=', 'queued')
    // A "_" in a domain stands for any letter here: such a mail waits, no other goes wrong.
    .where((eb) => eb.fn<string>('lower', ['address']), 'not like', `%@${domain.replaceAll('%', '')}`)
    .orderBy('due_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return oldest && claimOne(db, worker, now, oldest.id);
}
