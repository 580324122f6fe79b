import type { Db } from '#server/database/open-database.ts';

/**
 * The store on all sides of its walls, in the same transaction: for whatever may stand in it once only, such as an address or the name of a team. What is found
 * is used to say that something is taken, and by nobody whose.
 */
export function wholeStore(db: Db): Db {
  return db.withoutPlugins();
}
