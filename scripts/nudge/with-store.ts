import { type Db, openDatabase } from '#server/database/open-database.ts';
import { settingsOfRun } from '../read-environment.ts';

/** Opens the store of this environment for a command that needs nothing else, and closes it whatever happens. */
export async function withStore<T>(act: (db: Db) => Promise<T>): Promise<T> {
  const store = await openDatabase(settingsOfRun());
  try {
    return await act(store.db);
  } finally {
    await store.close();
  }
}
