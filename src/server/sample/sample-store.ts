import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#core/errors/app-error.ts';
import { type Db, openDatabase } from '#server/database/open-database.ts';
import { storeFileName } from '#server/database/sqlite-store.ts';

/** Where a build keeps the store of the invented house. */
export const sampleFolder = '.nodomoto/sample';

/** The last day of a quarter. Fixed, so that a build of one source gives one sample, on whatever day. */
export const sampleDay = '2026-09-30';

/** By then everybody in the house, from Columbus to Nagoya, has met the day. */
export const sampleNow = Date.parse(`${sampleDay}T08:00:00Z`);

/** Reads from the store that the build played. @throws AppError when none was played yet. */
export async function fromSample<Read>(read: (db: Db) => Promise<Read>): Promise<Read> {
  if (!existsSync(join(sampleFolder, storeFileName))) throw new AppError('SAMPLE_MISSING');
  const { db, close } = await openDatabase({ dataDir: sampleFolder, databaseUrl: null });
  try {
    return await read(db);
  } finally {
    await close();
  }
}
