import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#core/errors/app-error.ts';
import { type Db, openDatabase } from '#server/database/open-database.ts';
import { storeFileName } from '#server/database/sqlite-store.ts';

/** Reads a store that was set aside, in the newest form and from a copy: the file stays as it was. @throws AppError when it is not there, or no store. */
export async function withLostStore<T>(file: string, dataDir: string, read: (lost: Db) => Promise<T>): Promise<T> {
  if (!existsSync(file)) throw new AppError('FILE_UNREADABLE', { file });
  const folder = mkdtempSync(join(dataDir, 'looking-back-'));
  try {
    for (const tail of ['', '-wal'])
      if (existsSync(`${file}${tail}`)) copyFileSync(`${file}${tail}`, join(folder, `${storeFileName}${tail}`));
    const { db, close } = await openCopy(folder, file);
    try {
      return await read(db);
    } finally {
      await close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function openCopy(folder: string, file: string) {
  try {
    return await openDatabase({ dataDir: folder, databaseUrl: null });
  } catch (error) {
    throw new AppError('NOT_A_BACKUP', { file }, { cause: error });
  }
}
