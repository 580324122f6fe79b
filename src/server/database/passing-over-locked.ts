import type { SelectQueryBuilder } from 'kysely';
import { isPostgres } from './is-postgres.ts';
import type { Db } from './open-database.ts';

/**
 * Makes a selection lock its rows and pass over those that somebody else has locked, where the store can do that. Without it a second sender waits
 * for the first one's rows, and then finds none of them. SQLite lets one write at a time, and needs nothing of the kind.
 */
export function passingOverLocked(
  db: Db,
): <DB, Of extends keyof DB, Row>(query: SelectQueryBuilder<DB, Of, Row>) => SelectQueryBuilder<DB, Of, Row> {
  return (query) => (isPostgres(db) ? query.forUpdate().skipLocked() : query);
}
