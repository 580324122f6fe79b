import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { inject, onTestFinished } from 'vitest';
import { type Db, openDatabase, type StorePlace } from '#server/database/open-database.ts';

/** Where the stores of this run are: the rules run once on SQLite, and once more on PostgreSQL (postgres.setup.ts). */
export const storeKind = (): 'sqlite' | 'postgres' => (inject('postgresUrl') ? 'postgres' : 'sqlite');

/** How often a property is tried: on PostgreSQL, where each try makes a database, a tenth of the times. */
export const timesTried = (onSqlite: number): number =>
  storeKind() === 'postgres' ? Math.ceil(onSqlite / 10) : onSqlite;

/** A store of its own in memory or in an empty database, closed when the test ends. */
export async function aStore(): Promise<Db> {
  const store = await openDatabase(await aPlaceInMemory());
  onTestFinished(() => store.close());
  return store.db;
}

/** A store for one run of a property, closed when the run ends. */
export async function withStore<T>(use: (db: Db) => Promise<T>): Promise<T> {
  const store = await openDatabase(await aPlaceInMemory());
  try {
    return await use(store.db);
  } finally {
    await store.close();
  }
}

/** A place that several may open, as several processes do. */
export async function aStorePlace(): Promise<StorePlace> {
  const postgresUrl = inject('postgresUrl');
  return postgresUrl ? anEmptyDatabase(postgresUrl) : { dataDir: aFolder(), databaseUrl: null };
}

/** A folder for a store on SQLite. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nodomoto-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function aPlaceInMemory(): Promise<StorePlace> {
  const postgresUrl = inject('postgresUrl');
  return postgresUrl ? anEmptyDatabase(postgresUrl) : { dataDir: ':memory:', databaseUrl: null };
}

/** Copied from one that has its tables already, which takes half the time of making them. It goes with the server, when all tests have ended. */
async function anEmptyDatabase(postgresUrl: string): Promise<StorePlace> {
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const client = new Client(postgresUrl);
  await client.connect();
  await client.query(`CREATE DATABASE ${name} TEMPLATE made_ready STRATEGY file_copy`);
  await client.end();
  const databaseUrl = new URL(postgresUrl);
  databaseUrl.pathname = name;
  return { dataDir: 'nowhere', databaseUrl: databaseUrl.href };
}
