import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { AppError } from '#core/errors/app-error.ts';
import { openPostgresStore } from './postgres-store.ts';
import type { Tables } from './schema.ts';
import { openSqliteStore, storeFileName } from './sqlite-store.ts';
import type { Patience } from './until-free.ts';
import { usualPatience } from './usual-patience.ts';

export type Db = Kysely<Tables>;

export type Store = {
  db: Db;
  /** Copies the whole store to `file` while it is in use. */
  backup: (file: string) => Promise<void>;
  close: () => Promise<void>;
};

/** Where a store is: in `dataDir`, or wherever `databaseUrl` says. */
export type StorePlace = { dataDir: string; databaseUrl: string | null };

/** Makes the data folder if need be. @throws AppError when it cannot be written. */
export function prepareDataFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.W_OK);
  } catch (error) {
    throw new AppError('DATA_DIR_UNWRITABLE', { dataDir }, { cause: error });
  }
}

/** Opens the store and brings it to the newest form. A `dataDir` of `:memory:` keeps it in memory, for tests. @throws AppError */
export async function openDatabase(
  { dataDir, databaseUrl }: StorePlace,
  patience: Patience = usualPatience,
): Promise<Store> {
  if (databaseUrl !== null) return openPostgresStore(databaseUrl, patience.ms);
  if (dataDir === ':memory:') return openSqliteStore(dataDir, patience);
  prepareDataFolder(dataDir);
  return openSqliteStore(join(dataDir, storeFileName), patience);
}
