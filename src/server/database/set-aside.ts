import { existsSync, renameSync } from 'node:fs';

/** The name under which a store's file is set aside: `nodomoto.sqlite.kept-2026-11-30T08-00-00-000Z`. */
export function asideName(file: string, as: 'kept' | 'moved', now: Date): string {
  return `${file}.${as}-${now.toISOString().replaceAll(/[:.]/g, '-')}`;
}

/** Sets a store's file aside, and what still lies in its write-ahead log with it: also one that no database could open. */
export function setAside(file: string, name: string): void {
  for (const tail of ['', '-wal', '-shm'])
    if (existsSync(`${file}${tail}`)) renameSync(`${file}${tail}`, `${name}${tail}`);
}
