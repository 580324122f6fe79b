import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { HouseError } from '../../src/house-error.ts';
import { erasePerson } from '../../src/people/erase-person.ts';
import { prepareDataFolder, storeFileName } from '../../src/store/open-store.ts';
import { settingsOfRun } from '../read-environment.ts';
import { inHouse, onlyArgument } from './options.ts';

/** `backup FILE` */
export async function backup(positionals: string[]): Promise<void> {
  const file = onlyArgument(positionals, 'where to write the backup');
  if (existsSync(file))
    throw new HouseError(
      'FILE_EXISTS',
      `${file} exists already.`,
      'Choose another name; a backup never overwrites one.',
    );
  await inHouse((house) => house.store.backup(file));
  console.log(`The store was copied to ${file}.`);
}

/** `restore FILE`: checks the backup, keeps the present store beside it, and puts the backup in its place. */
export async function restore(positionals: string[]): Promise<void> {
  const file = onlyArgument(positionals, 'which backup to restore');
  checkBackup(file);
  const { dataDir } = settingsOfRun();
  prepareDataFolder(dataDir);
  const store = join(dataDir, storeFileName);
  if (existsSync(store)) renameSync(store, `${store}.before-restore`);
  for (const tail of ['-wal', '-shm']) rmSync(`${store}${tail}`, { force: true });
  copyFileSync(file, store);
  console.log(`Restored ${file}. The store as it was before lies in ${store}.before-restore.`);
}

function checkBackup(file: string): void {
  try {
    const database = new DatabaseSync(file, { readOnly: true });
    database.prepare('SELECT count(*) FROM person').get();
    database.close();
  } catch (error) {
    throw new HouseError(
      'NOT_A_BACKUP',
      `${file} is not a backup of Nodomoto.`,
      'Give a file written by: npm run nudge -- backup FILE',
      { cause: error },
    );
  }
}

/** `erase EMAIL` */
export async function erase(positionals: string[]): Promise<void> {
  const email = onlyArgument(positionals, 'whose address to erase');
  await inHouse(async (house) => {
    const erasure = await erasePerson(house.store.db, email);
    if (!erasure.ok)
      throw new HouseError(
        'NO_SUCH_PERSON',
        `Nobody has the address ${email}.`,
        'Check the spelling; addresses are compared in lower case.',
      );
    console.log(
      `${erasure.name} was erased: ${erasure.nudges} nudges and ${erasure.answers} answers went too. Backups made earlier still hold them.`,
    );
  });
}
