import { chmodSync, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AppError } from '#core/errors/app-error.ts';
import { prepareDataFolder, storeFileName } from '#server/database/open-database.ts';
import { runningProcess } from '#server/database/running-mark.ts';
import { erasePerson } from '#server/people/erase-person.ts';
import { settingsOfRun } from '../read-environment.ts';
import { onlyArgument, withApp } from './options.ts';

/** `backup FILE` */
export async function backup(positionals: string[]): Promise<void> {
  const file = onlyArgument(positionals, 'where to write the backup');
  if (existsSync(file)) throw new AppError('FILE_EXISTS', { file });
  try {
    await withApp((app) => app.store.backup(file));
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('BACKUP_FAILED', { file }, { cause: error });
  }
  // It holds names and answers, so it is for this user alone, as the data folder is.
  chmodSync(file, 0o600);
  console.log(`The store was copied to ${file}.`);
}

/** `restore FILE`: checks the backup, keeps the present store beside it under the time, and puts the backup in its place. */
export async function restore(positionals: string[]): Promise<void> {
  const file = onlyArgument(positionals, 'which backup to restore');
  checkBackup(file);
  const { dataDir } = settingsOfRun();
  prepareDataFolder(dataDir);
  refuseWhileRunning(dataDir);
  const store = join(dataDir, storeFileName);
  if (resolve(file) === resolve(store)) throw new AppError('SAME_FILE', { file });
  // The backup is copied first: whatever happens to the present store, both are on the disk by then.
  const incoming = `${store}.incoming`;
  copyFileSync(file, incoming);
  const kept = existsSync(store) ? keepPresent(store) : null;
  renameSync(incoming, store);
  console.log(`Restored ${file}.${kept ? ` The store as it was before is kept as ${kept}.` : ''}`);
}

/** A running process would go on writing into the store that was set aside. */
function refuseWhileRunning(dataDir: string): void {
  const pid = runningProcess(dataDir);
  if (pid !== null) throw new AppError('STILL_RUNNING', { pid });
}

/** Sets the present store aside, with what still lay in its write-ahead log. */
function keepPresent(store: string): string {
  const database = new DatabaseSync(store);
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  const kept = `${store}.kept-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
  renameSync(store, kept);
  for (const tail of ['-wal', '-shm']) rmSync(`${store}${tail}`, { force: true });
  return kept;
}

function checkBackup(file: string): void {
  try {
    const database = new DatabaseSync(file, { readOnly: true });
    database.prepare('SELECT count(*) FROM person').get();
    database.close();
  } catch (error) {
    throw new AppError('NOT_A_BACKUP', { file }, { cause: error });
  }
}

/** `erase EMAIL` */
export async function erase(positionals: string[]): Promise<void> {
  const email = onlyArgument(positionals, 'whose address to erase');
  await withApp(async (app) => {
    const erasure = await erasePerson(app.store.db, email, app.clock());
    if (!erasure.ok) throw new AppError('NO_SUCH_PERSON', { address: email, toErase: true });
    console.log(
      `${erasure.name} was erased: ${erasure.nudges} nudges and ${erasure.answers} answers went too. Backups made earlier still hold them.`,
    );
  });
}
