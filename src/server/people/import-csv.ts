import type { Db } from '#server/database/open-database.ts';
import { readStaffFile } from './files/read-staff-file.ts';
import type { ImportOptions, ImportOutcome } from './import-outcome.ts';
import { importStaffFile } from './import-staff-file.ts';
import { refusedLine } from './refused-line.ts';

/** Takes in a list of our own making, in UTF-8. */
export async function importCsv(
  db: Db,
  { text, ...options }: ImportOptions & { text: string },
): Promise<ImportOutcome> {
  const file = await readStaffFile(new TextEncoder().encode(text), 'list.csv', { encoding: 'utf-8' });
  return file.ok ? importStaffFile(db, file, options) : { ok: false, faults: file.faults.map(refusedLine) };
}
