import { onTestFinished } from 'vitest';
import { type Db, openDatabase } from '#server/database/open-database.ts';

/** A store of its own in memory, closed when the test ends. */
export async function aStore(): Promise<Db> {
  const store = await openDatabase(':memory:');
  onTestFinished(() => store.close());
  return store.db;
}

/** A store for one run of a property, closed when the run ends. */
export async function withStore<T>(use: (db: Db) => Promise<T>): Promise<T> {
  const store = await openDatabase(':memory:');
  try {
    return await use(store.db);
  } finally {
    await store.close();
  }
}
