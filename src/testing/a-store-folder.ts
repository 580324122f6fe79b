import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openDatabase, type Store } from '#server/database/open-database.ts';
import { storeFileName } from '#server/database/sqlite-store.ts';

/** A data folder of its own, gone when the test ends. */
export function aDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nodomoto-folder-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens the store of a folder for as long as `act` takes. */
export async function inFolder<T>(folder: string, act: (store: Store) => Promise<T>): Promise<T> {
  const store = await openDatabase({ dataDir: folder, databaseUrl: null });
  try {
    return await act(store);
  } finally {
    await store.close();
  }
}

/** Puts the file of one closed store over that of another, as somebody does by hand. */
export function copyStoreByHand(file: string, folder: string): void {
  for (const tail of ['-wal', '-shm']) rmSync(join(folder, `${storeFileName}${tail}`), { force: true });
  copyFileSync(file, join(folder, storeFileName));
}
