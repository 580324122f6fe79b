import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { eraseMarked } from '#server/people/erase-marked.ts';
import { type ErasedAddress, readErasedAddresses } from '#server/people/erased-addresses.ts';

/** A file of an older version says neither why nor whether mail was wanted. */
const marksSchema = z.array(
  z.object({
    mark: z.string(),
    key: z.string(),
    erased_at: z.number(),
    why: z.enum(['asked', 'left']).default('asked'),
    unsubscribed_at: z.number().nullable().default(null),
  }),
);

const fileOf = (dataDir: string) => join(dataDir, 'erased-addresses.json');

/** Writes the marks of the store beside it too: a backup that is put back over the store by hand does not put this back. */
export async function keepMarksBeside(db: Db, dataDir: string): Promise<void> {
  if (dataDir === ':memory:') return;
  const file = fileOf(dataDir);
  writeFileSync(`${file}.new`, JSON.stringify(await readErasedAddresses(db)), { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}

/** Erases from a store that was put back whoever had been erased before; returns how many. */
export async function eraseAgain(db: Db, dataDir: string, now: Instant): Promise<number> {
  if (dataDir === ':memory:' || !existsSync(fileOf(dataDir))) return 0;
  return eraseMarked(db, readMarks(fileOf(dataDir)), now);
}

/** A power cut may leave the file empty; the store has the same marks. */
function readMarks(file: string): ErasedAddress[] {
  try {
    return marksSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? [];
  } catch {
    return [];
  }
}
