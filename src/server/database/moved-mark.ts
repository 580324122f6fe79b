import { AppError } from '#core/errors/app-error.ts';
import { keepFact, readFact } from './facts.ts';
import type { Db } from './open-database.ts';

const markName = 'moved-on';

/** Closes a store whose people are in another from now on. */
export async function markAsMoved(db: Db, now: Date): Promise<void> {
  await keepFact(db, markName, now.toISOString());
}

/** Two stores with the same people would mail them twice. @throws AppError when this one was moved. */
export async function refuseMoved(db: Db): Promise<void> {
  const on = await readFact(db, markName);
  if (on !== null) throw new AppError('STORE_MOVED', { on: on.slice(0, 10) });
}
