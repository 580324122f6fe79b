import { sql } from 'kysely';
import { isPostgres } from './is-postgres.ts';
import type { Db } from './open-database.ts';

/** How many connections of other Nodomotos a database has; a file's lock tells of those itself. The pool's own count as one of them. */
export async function othersConnected(db: Db): Promise<number> {
  if (!isPostgres(db)) return 0;
  const { rows } = await sql<{ others: number }>`
    SELECT count(*) AS others FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'nodomoto' AND pid <> pg_backend_pid()`.execute(db);
  return rows[0]?.others ?? 0;
}
