import { sql } from 'kysely';
import { isPostgres } from './is-postgres.ts';
import type { Db } from './open-database.ts';

/**
 * How far the clock of the store is ahead of one that shows `now`, in milliseconds. Machines that share a database go by its clock where they have
 * to agree on a moment; a file has no other clock than its machine's.
 */
export async function storeClockAhead(db: Db, now: number): Promise<number> {
  if (!isPostgres(db)) return 0;
  const { rows } = await sql<{ now: number }>`
    SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now`.execute(db);
  return (rows[0]?.now ?? now) - now;
}
