import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#core/errors/app-error.ts';
import { copyStore, isEmptyStore } from '#server/database/copy-store.ts';
import { markAsMoved, refuseMoved } from '#server/database/moved-mark.ts';
import { openDatabase, prepareDataFolder, type Store } from '#server/database/open-database.ts';
import { othersConnected } from '#server/database/others-connected.ts';
import { markAsRunning } from '#server/database/running-mark.ts';
import { type SentMarks, sentMarks } from '#server/database/sent-mark.ts';
import { asideName, setAside } from '#server/database/set-aside.ts';
import { openSqliteStore, storeFileName } from '#server/database/sqlite-store.ts';
import { beginLife } from '#server/outbox/notice-copy.ts';
import type { Settings } from '#server/settings.ts';
import { settingsOfRun } from '../read-environment.ts';
import { onlyArgument, wrongUsage } from './options.ts';

const directions: Record<string, (place: Place) => Promise<string>> = {
  'to-postgres': toPostgres,
  'to-sqlite': toSqlite,
};

type Place = { file: string; databaseUrl: string; now: Date; marks: SentMarks };

/** `move-store to-postgres | to-sqlite`: copies the store to where it shall be from now on, checks the copy row by row, and closes the old one. */
export async function moveStore(positionals: string[]): Promise<void> {
  const direction = onlyArgument(positionals, 'where to move the store: to-postgres or to-sqlite');
  const move = directions[direction];
  if (!move) throw wrongUsage(`"${direction}" is neither to-postgres nor to-sqlite.`);
  const settings = settingsOfRun();
  prepareDataFolder(settings.dataDir);
  // Whoever wrote into the old store meanwhile would write what is lost.
  const mark = markAsRunning(settings.dataDir);
  try {
    console.log(await move(placeOf(settings)));
  } finally {
    mark.release();
  }
}

function placeOf({ dataDir, databaseUrl }: Settings): Place {
  if (databaseUrl === null) throw new AppError('NO_DATABASE_URL');
  const marks = sentMarks(dataDir, console.error);
  return { file: join(dataDir, storeFileName), databaseUrl, now: new Date(), marks };
}

async function toPostgres({ file, databaseUrl, now, marks }: Place): Promise<string> {
  if (!existsSync(file)) throw new AppError('NO_STORE_FILE', { file });
  const [from, to] = [await openSqliteStore(file), await openDatabase({ dataDir: '', databaseUrl })];
  const copied = await copyInto(to, from, marks);
  const kept = asideName(file, 'moved', now);
  setAside(file, kept);
  return `${copied} The file is set aside as ${kept}; delete it once the new store has proved itself.`;
}

async function toSqlite({ file, databaseUrl, now, marks }: Place): Promise<string> {
  if (existsSync(file)) throw new AppError('FILE_EXISTS', { file });
  const incoming = `${file}.incoming`;
  const [from, to] = [await openDatabase({ dataDir: '', databaseUrl }), await openSqliteStore(incoming)];
  await refuseMoved(from.db);
  const copied = await copyInto(to, from, marks);
  await closing(await openDatabase({ dataDir: '', databaseUrl }), ({ db }) => markAsMoved(db, now));
  renameSync(incoming, file);
  return `${copied} Now take DATABASE_URL out of the settings: until then no start is allowed.`;
}

/** Copies into an empty store, which begins a life of its own so that the old one is noticed if it comes back, and closes both. */
function copyInto(to: Store, from: Store, marks: SentMarks): Promise<string> {
  return closing(to, () =>
    closing(from, async () => {
      for (const { db } of [from, to]) {
        const others = await othersConnected(db);
        if (others > 0) throw new AppError('DATABASE_IN_USE', { others });
      }
      if (!(await isEmptyStore(to.db))) throw new AppError('STORE_NOT_EMPTY');
      const counted = await copyStore(from.db, to.db);
      await beginLife(to.db, marks);
      return inWords(counted);
    }),
  );
}

async function closing<T>(store: Store, act: (store: Store) => Promise<T>): Promise<T> {
  try {
    return await act(store);
  } finally {
    await store.close();
  }
}

function inWords(counted: Record<string, number>): string {
  const rows = Object.values(counted).reduce((sum, count) => sum + count, 0);
  const some = ['person', 'nudge', 'answer'].map((table) => `${counted[table] ?? 0} in ${table}`).join(', ');
  return `Copied and compared: ${rows} rows, of them ${some}.`;
}
