import { chmodSync, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AppError } from '#core/errors/app-error.ts';
import { replaceStore } from '#server/database/copy-store.ts';
import { type Db, openDatabase, prepareDataFolder } from '#server/database/open-database.ts';
import { othersConnected } from '#server/database/others-connected.ts';
import { runningProcess } from '#server/database/running-mark.ts';
import { asideName, setAside } from '#server/database/set-aside.ts';
import { openSqliteStore, storeFileName } from '#server/database/sqlite-store.ts';
import { inStoreFile } from '#server/database/store-file.ts';
import { pauseMail, readPause } from '#server/outbox/mail-pause.ts';
import type { Settings } from '#server/settings.ts';
import { settingsOfRun } from '../read-environment.ts';
import { onlyArgument } from './options.ts';
import { withApp } from './with-app.ts';

/** `backup FILE` */
export async function backup(positionals: string[]): Promise<void> {
  const file = onlyArgument(positionals, 'where to write the backup');
  if (existsSync(file)) throw new AppError('FILE_EXISTS', { file });
  try {
    await withApp((app) => app.store.backup(file));
    await inStoreFile(file, (db) => markAsBackup(db, Date.now()));
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('BACKUP_FAILED', { file }, { cause: error });
  }
  // It holds names and answers, so it is for this user alone, as the data folder is.
  chmodSync(file, 0o600);
  console.log(`The store was copied to ${file}.`);
}

/** Wherever a backup is put, it is paused, and knows when it was made. */
async function markAsBackup(db: Db, now: number): Promise<void> {
  const known = await readPause(db);
  await pauseMail(db, known ?? { why: 'copied', since: now, madeAt: now, before: [] });
}

/**
 * `restore FILE`: checks the backup, keeps the present store beside it under the time, and puts the backup in its place, paused: it does not know
 * what left since.
 */
export async function restore(positionals: string[]): Promise<void> {
  const file = onlyArgument(positionals, 'which backup to restore');
  checkBackup(file);
  const settings = settingsOfRun();
  prepareDataFolder(settings.dataDir);
  refuseWhileRunning(settings.dataDir);
  const store = join(settings.dataDir, storeFileName);
  if (resolve(file) === resolve(store)) throw new AppError('SAME_FILE', { file });
  // The backup is copied first: whatever happens to the present store, both are on the disk by then.
  const incoming = `${store}.incoming`;
  copyFileSync(file, incoming);
  const kept =
    settings.databaseUrl === null ? await putFile(store, incoming) : await putIntoDatabase(store, incoming, settings);
  console.log(
    [
      `Restored ${file}.${kept ? ` The store as it was before is kept as ${kept}.` : ''}`,
      'Mail is paused: npm run nudge -- resume --dry-run shows what would go and what was lost; resume lets it go again.',
    ].join('\n'),
  );
}

const keptAs = (store: string) => asideName(store, 'kept', new Date());

/** Puts `incoming` in the place of a file, and returns where that is kept, if there was one. */
async function putFile(store: string, incoming: string): Promise<string | null> {
  const kept = existsSync(store) ? keptAs(store) : null;
  const before = kept ? await readBefore(store, kept) : [];
  if (before.length > 0) skipGivenIds(store, incoming);
  await inStoreFile(incoming, (db) => markAsRestored(db, before, Date.now()));
  if (kept) setAside(store, kept);
  renameSync(incoming, store);
  return kept;
}

/** The same in a database: what was in it is kept as a file in the data folder, and nothing is replaced unless all of it is. */
async function putIntoDatabase(store: string, incoming: string, settings: Settings): Promise<string> {
  const kept = keptAs(store);
  const present = await openDatabase(settings);
  try {
    const others = await othersConnected(present.db);
    if (others > 0) throw new AppError('DATABASE_IN_USE', { others });
    await present.backup(kept);
    chmodSync(kept, 0o600);
    const before = await readBefore(kept, kept);
    skipGivenIds(kept, incoming);
    const backup = await openSqliteStore(incoming);
    try {
      await markAsRestored(backup.db, before, Date.now());
      await replaceStore(backup.db, present.db);
    } finally {
      await backup.close();
    }
  } finally {
    await present.close();
    for (const tail of ['', '-wal', '-shm']) rmSync(`${incoming}${tail}`, { force: true });
  }
  return kept;
}

/**
 * The stores that know what left, by the names they will have: the present one and, if it was itself restored and not resumed, those before it. None
 * when it cannot be read: a store that is damaged may be why a backup is wanted.
 */
async function readBefore(present: string, kept: string): Promise<string[]> {
  try {
    return [...((await inStoreFile(present, readPause))?.before ?? []), basename(kept)];
  } catch {
    console.error(`${present} cannot be read, so nothing that happened since the backup can be taken over from it.`);
    return [];
  }
}

async function markAsRestored(db: Db, before: string[], now: number): Promise<void> {
  const backup = await readPause(db);
  await pauseMail(db, { why: 'restored', since: now, madeAt: backup?.madeAt ?? null, before });
}

/** No id that the present store gave out is given out again by the backup: logs and lists name rows by them. */
function skipGivenIds(present: string, backup: string): void {
  const database = new DatabaseSync(backup);
  database.prepare('ATTACH ? AS present').run(present);
  database.exec(`
    UPDATE main.sqlite_sequence SET seq = max(seq, (SELECT p.seq FROM present.sqlite_sequence p WHERE p.name = sqlite_sequence.name))
      WHERE name IN (SELECT name FROM present.sqlite_sequence);
    INSERT INTO main.sqlite_sequence (name, seq) SELECT p.name, p.seq FROM present.sqlite_sequence p
      WHERE p.name NOT IN (SELECT name FROM main.sqlite_sequence) AND p.name IN (SELECT name FROM main.sqlite_master);
  `);
  database.close();
}

/** A running process would go on writing into the store that was set aside. */
function refuseWhileRunning(dataDir: string): void {
  const pid = runningProcess(dataDir);
  if (pid !== null) throw new AppError('STILL_RUNNING', { pid });
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
