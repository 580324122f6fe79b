import { Kysely } from 'kysely';
import type { Db } from './open-database.ts';
import type { Tables } from './schema.ts';
import { openSqlite } from './sqlite.ts';
import { usualPatience } from './usual-patience.ts';

/** Works in a store that lies in a file of its own, in whatever form it is, and closes it: a backup, or a store that was set aside. */
export async function inStoreFile<T>(file: string, act: (db: Db) => Promise<T>): Promise<T> {
  const db: Db = new Kysely<Tables>({ dialect: openSqlite(file, usualPatience).dialect });
  try {
    return await act(db);
  } finally {
    await db.destroy();
  }
}
