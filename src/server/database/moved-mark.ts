import { AppError } from '#core/errors/app-error.ts';
import type { Db } from './open-database.ts';

const markName = 'moved-on';

/** Closes a store whose people are in another from now on. */
export async function markAsMoved(db: Db, now: Date): Promise<void> {
  await db.insertInto('fact').values({ name: markName, value: now.toISOString() }).execute();
}

/** Two stores with the same people would mail them twice. @throws AppError when this one was moved. */
export async function refuseMoved(db: Db): Promise<void> {
  const mark = await db.selectFrom('fact').select('value').where('name', '=', markName).executeTakeFirst();
  if (mark) throw new AppError('STORE_MOVED', { on: mark.value.slice(0, 10) });
}
