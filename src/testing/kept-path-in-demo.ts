import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openDatabase } from '#server/database/open-database.ts';
import { storeFileName } from '#server/database/sqlite-store.ts';
import { keptSecret } from '#server/keys/kept-secret.ts';
import { keyringOf } from '#server/keys/keyring.ts';
import { keptToken } from '#server/safeguards/open-kept.ts';

/**
 * The page on which somebody of the running demo says what is still kept: a link like that of the mail, which comes once a year and so not on the day of
 * every test. `backup` lies in the data folder of the demo, beside the secret that signs.
 */
export async function keptPathInDemo(backup: string, email: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'nodomoto-kept-'));
  copyFileSync(backup, join(folder, storeFileName));
  const { db, close } = await openDatabase({ dataDir: folder, databaseUrl: null });
  const person = await db
    .selectFrom('person')
    .select(['id', 'key'])
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  await close();
  rmSync(folder, { recursive: true, force: true });
  return `/kept/${keptToken(keyringOf(keptSecret(dirname(backup)), []), person, Date.now())}`;
}
