import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Instant } from '#server/database/schema.ts';
import { scrubStore } from '#server/database/scrub.ts';
import { openSqliteStore, storeFileName } from '#server/database/sqlite-store.ts';
import { eraseMarked } from '#server/people/erase-marked.ts';
import type { ErasedAddress } from '#server/people/erased-addresses.ts';

/** A store that lies beside the one in use. `unreadable`: nobody can be erased from it but by deleting it. */
export type OtherStore = { file: string; erased: number | 'unreadable' };

/** Erases from the stores that were set aside in a data folder whoever was erased from the one in use. */
export async function eraseFromOtherStores(
  { dataDir, databaseUrl }: { dataDir: string; databaseUrl: string | null },
  marks: readonly ErasedAddress[],
  now: Instant,
): Promise<OtherStore[]> {
  if (dataDir === ':memory:') return [];
  const inUse = databaseUrl === null ? join(dataDir, storeFileName) : null;
  const found: OtherStore[] = [];
  for (const file of storesIn(dataDir)) {
    if (file === inUse) continue;
    found.push({ file: basename(file), erased: await eraseFromFile(file, marks, now) });
  }
  return found;
}

/** Those that `restore` and `move-store` set aside, and copies that a run left which broke off. */
function storesIn(dataDir: string): string[] {
  const isStore = (name: string) => name.startsWith(storeFileName) && !/-(?:wal|shm|journal)$/.test(name);
  const copies = readdirSync(dataDir).filter((name) => name.startsWith('looking-back-'));
  return [
    ...readdirSync(dataDir)
      .filter(isStore)
      .map((name) => join(dataDir, name)),
    ...copies.map((name) => join(dataDir, name, storeFileName)).filter((file) => existsSync(file)),
  ];
}

async function eraseFromFile(
  file: string,
  marks: readonly ErasedAddress[],
  now: Instant,
): Promise<number | 'unreadable'> {
  try {
    const { db, close } = await openSqliteStore(file);
    try {
      const erased = await eraseMarked(db, marks, now);
      if (erased > 0) await scrubStore(db);
      return erased;
    } finally {
      await close();
    }
  } catch {
    // A store that is damaged may be why it was set aside; it is told to whoever asked.
    return 'unreadable';
  }
}
