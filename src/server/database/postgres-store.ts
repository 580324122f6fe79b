import { HandleEmptyInListsPlugin, Kysely, replaceWithNoncontingentExpression, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { AppError } from '#core/errors/app-error.ts';
import { copyStore } from './copy-store.ts';
import { isNewest, postgresMigrations } from './migrations.ts';
import type { Db, Store } from './open-database.ts';
import { openPostgres } from './postgres.ts';
import type { Tables } from './schema.ts';
import { openSqliteStore } from './sqlite-store.ts';

/** Opens the store at `databaseUrl` and brings it to the newest form, in one step or not at all. A write waits `patienceMs` for others. @throws AppError */
export async function openPostgresStore(databaseUrl: string, patienceMs: number): Promise<Store> {
  const db: Db = new Kysely<Tables>({
    dialect: openPostgres(databaseUrl, patienceMs),
    // SQLite takes `in ()` for false, which PostgreSQL does not read.
    plugins: [new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })],
  });
  const fault = (await reach(db, databaseUrl)) ?? ((await isNewestForm(db)) ? null : await migrate(db));
  if (fault) {
    await db.destroy();
    throw fault;
  }
  return { db, backup: (file) => copyToFile(db, file), close: () => db.destroy() };
}

async function reach(db: Db, databaseUrl: string): Promise<AppError | null> {
  try {
    await sql`SELECT 1`.execute(db);
    return null;
  } catch (error) {
    // Whatever stands in the address may be a password.
    return new AppError('DATABASE_UNREACHABLE', { host: new URL(databaseUrl).host }, { cause: error });
  }
}

/** Looked up without the turn of a writer, which a command that only reads must not wait for. */
async function isNewestForm(db: Db): Promise<boolean> {
  const tables = await sql<{ known: string | null }>`SELECT to_regclass('kysely_migration')::text AS known`.execute(db);
  if (tables.rows[0]?.known == null) return false;
  const made = await sql<{ name: string }>`SELECT name FROM kysely_migration`.execute(db);
  return isNewest(
    made.rows.map(({ name }) => name),
    postgresMigrations,
  );
}

/** Kysely runs all in one transaction, and lets one process at a time do it. */
async function migrate(db: Db): Promise<AppError | null> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => postgresMigrations } });
  const { error } = await migrator.migrateToLatest();
  return error ? new AppError('MIGRATION_FAILED', { cause: error }) : null;
}

/** A backup is a store on SQLite: one file, which any machine can open. */
async function copyToFile(db: Db, file: string): Promise<void> {
  const copy = await openSqliteStore(file);
  try {
    await copyStore(db, copy.db);
  } finally {
    await copy.close();
  }
}
