import { PostgresAdapter } from 'kysely';
import type { Db } from './open-database.ts';

/** The two kinds of store differ in a few statements only. */
export function isPostgres(db: Db): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}
