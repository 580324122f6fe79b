import { sql } from 'kysely';
import { isPostgres } from './is-postgres.ts';
import type { Db } from './open-database.ts';

/** *busy*: somebody reads or writes just now, and the log keeps what was there until the next time. *elsewhere*: the files are those of a database server. */
export type Scrubbed = 'done' | 'busy' | 'elsewhere';

/**
 * Leaves nothing of deleted rows in the store's files. Overwriting what is deleted is not enough: pages that were moved keep copies, and so does the
 * write-ahead log. So the file is written anew, in memory and not in a file for passing use, and the log is cut to nothing.
 */
export async function scrubStore(db: Db): Promise<Scrubbed> {
  if (isPostgres(db)) return 'elsewhere';
  try {
    await sql`PRAGMA temp_store = MEMORY`.execute(db);
    await sql`VACUUM`.execute(db);
    const { rows } = await sql<{ busy: number }>`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
    return rows[0]?.busy === 0 ? 'done' : 'busy';
  } catch (error) {
    if (isBusy(error)) return 'busy';
    throw error;
  }
}

/** SQLITE_BUSY and SQLITE_LOCKED, and a statement of this very process that is read row by row; as it is, or as the cause of what was thrown. */
function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return /database (?:table )?is locked|statements in progress/.test(error.message) || isBusy(error.cause);
}
