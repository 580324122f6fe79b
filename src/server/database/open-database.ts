import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { backup as backupSqlite, type DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { AppError } from '#core/errors/app-error.ts';
import { up as firstTables } from './migrations/0001-first-tables.ts';
import { up as profilesSignalsCalibration } from './migrations/0002-profiles-signals-calibration.ts';
import { up as nudgesBySignalAndDay } from './migrations/0003-nudges-by-signal-and-day.ts';
import { up as indexesForManyPeople } from './migrations/0004-indexes-for-many-people.ts';
import { up as whatNobodySaid } from './migrations/0005-what-nobody-said.ts';
import { up as suppressionKinds } from './migrations/0006-suppression-kinds.ts';
import { up as reports } from './migrations/0007-reports.ts';
import type { Tables } from './schema.ts';
import { openSqlite } from './sqlite.ts';

/** Numbered, in order, never edited once released: a store remembers by name which it has. */
const migrations: Record<string, Migration> = {
  '0001-first-tables': { up: firstTables },
  '0002-profiles-signals-calibration': { up: profilesSignalsCalibration },
  '0003-nudges-by-signal-and-day': { up: nudgesBySignalAndDay },
  '0004-indexes-for-many-people': { up: indexesForManyPeople },
  '0005-what-nobody-said': { up: whatNobodySaid },
  '0006-suppression-kinds': { up: suppressionKinds },
  '0007-reports': { up: reports },
};

export type Db = Kysely<Tables>;

export type Store = {
  db: Db;
  /** Copies the whole store to `file` while it is in use. */
  backup: (file: string) => Promise<void>;
  close: () => Promise<void>;
};

export const storeFileName = 'nodomoto.sqlite';

/** Makes the data folder if need be. @throws AppError when it cannot be written. */
export function prepareDataFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.W_OK);
  } catch (error) {
    throw new AppError('DATA_DIR_UNWRITABLE', { dataDir }, { cause: error });
  }
}

/** Opens the store in `dataDir` and brings it to the newest form. `:memory:` keeps it in memory, for tests. */
export async function openDatabase(dataDir: string): Promise<Store> {
  if (dataDir !== ':memory:') prepareDataFolder(dataDir);
  const { dialect, database } = openSqlite(dataDir === ':memory:' ? dataDir : join(dataDir, storeFileName));
  const db: Db = new Kysely<Tables>({ dialect });
  await migrate(db, database);
  return { db, backup: (file) => copy(database, file), close: () => db.destroy() };
}

/** All or nothing: a start that breaks off half-way leaves no half-made tables, and two processes that start at once do not mix. */
async function migrate(db: Db, database: DatabaseSync): Promise<void> {
  // A table that is made anew is missing for a moment; what refers to it is checked as a whole before anything is kept.
  database.exec('PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE');
  const { error: failed, results } = await new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
  }).migrateToLatest();
  // The check reads every row: only a form that has just changed is worth it, as no later row can be written with a reference to nothing.
  const changed = (results ?? []).length > 0;
  const error = failed ?? (changed ? danglingReference(database) : null);
  database.exec(error ? 'ROLLBACK' : 'COMMIT');
  database.exec('PRAGMA foreign_keys = ON');
  if (!error) return;
  await db.destroy();
  throw new AppError('MIGRATION_FAILED', { cause: error });
}

function danglingReference(database: DatabaseSync): Error | null {
  const [first] = database.prepare('PRAGMA foreign_key_check').all();
  return first ? new Error(`A row of ${first['table']} refers to a row of ${first['parent']} that is gone.`) : null;
}

async function copy(database: DatabaseSync, file: string): Promise<void> {
  await backupSqlite(database, file);
}
