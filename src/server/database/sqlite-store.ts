import { backup as backupSqlite, type DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { AppError } from '#core/errors/app-error.ts';
import { isNewest, sqliteMigrations } from './migrations.ts';
import type { Db, Store } from './open-database.ts';
import type { Tables } from './schema.ts';
import { openSqlite } from './sqlite.ts';
import type { Patience } from './until-free.ts';
import { usualPatience } from './usual-patience.ts';

export const storeFileName = 'nodomoto.sqlite';

/** Opens the store in `file` and brings it to the newest form. `:memory:` keeps it in memory. @throws AppError */
export async function openSqliteStore(file: string, patience: Patience = usualPatience): Promise<Store> {
  const { dialect, database, readBeside } = openSqlite(file, patience);
  const db: Db = new Kysely<Tables>({ dialect });
  if (!isNewestForm(database)) await migrate(db, database);
  readBeside();
  return { db, backup: (file) => copy(database, file), close: () => closeAll(db, database) };
}

/** Kysely leaves a database open on which it was asked nothing. */
async function closeAll(db: Db, database: DatabaseSync): Promise<void> {
  await db.destroy();
  if (database.isOpen) database.close();
}

/** Looked up without the lock of the file, which a command that only reads must not take. */
function isNewestForm(database: DatabaseSync): boolean {
  const table = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'kysely_migration'").get();
  if (!table) return false;
  const made = database.prepare('SELECT name FROM kysely_migration').all();
  return isNewest(
    made.map(({ name }) => String(name)),
    sqliteMigrations,
  );
}

/** All or nothing: a start that breaks off half-way leaves no half-made tables, and two processes that start at once do not mix. */
async function migrate(db: Db, database: DatabaseSync): Promise<void> {
  // A table that is made anew is missing for a moment; what refers to it is checked as a whole before anything is kept.
  database.exec('PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE');
  const { error: failed, results } = await new Migrator({
    db,
    provider: { getMigrations: async () => sqliteMigrations },
  }).migrateToLatest();
  // The check reads every row: only a form that has just changed is worth it, as no later row can be written with a reference to nothing.
  const changed = (results ?? []).length > 0;
  const error = failed ?? (changed ? danglingReference(database) : null);
  database.exec(error ? 'ROLLBACK' : 'COMMIT');
  database.exec('PRAGMA foreign_keys = ON');
  if (!error) return;
  await closeAll(db, database);
  throw new AppError('MIGRATION_FAILED', { cause: error });
}

function danglingReference(database: DatabaseSync): Error | null {
  const [first] = database.prepare('PRAGMA foreign_key_check').all();
  return first ? new Error(`A row of ${first['table']} refers to a row of ${first['parent']} that is gone.`) : null;
}

async function copy(database: DatabaseSync, file: string): Promise<void> {
  await backupSqlite(database, file);
}
