import { renameSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** Renames a store's file, with what still lay in its write-ahead log, and returns the new name: `store.kept-2026-11-30T08-00-00-000Z`. */
export function setAside(file: string, as: 'kept' | 'moved', now: Date): string {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  const name = `${file}.${as}-${now.toISOString().replaceAll(/[:.]/g, '-')}`;
  renameSync(file, name);
  for (const tail of ['-wal', '-shm']) rmSync(`${file}${tail}`, { force: true });
  return name;
}
