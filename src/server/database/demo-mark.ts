import { AppError } from '#core/errors/app-error.ts';
import type { Db } from './open-database.ts';

const markName = 'demo-since';

/** Marks a store as holding the invented organisation. */
export async function markAsDemo(db: Db, now: number): Promise<void> {
  await db
    .insertInto('fact')
    .values({ name: markName, value: new Date(now).toISOString() })
    .execute();
}

/** Marks an empty store as a demo before one's own people are tried in it; `false` when it is one already. */
export async function beginTrial(db: Db, now: number): Promise<boolean> {
  const mark = await db.selectFrom('fact').select('value').where('name', '=', markName).executeTakeFirst();
  if (mark) return false;
  await markAsDemo(db, now);
  return true;
}

/**
 * A store of invented people is never mailed for real, and a store of real people is never opened as a demo, whose inbox anybody may read.
 * Both happen when one setting is lost or added, so they are refused rather than guessed. @throws AppError
 */
export async function refuseMixedUse(db: Db, settings: { demo: boolean; dataDir: string }): Promise<void> {
  const person = await db.selectFrom('person').select('id').limit(1).executeTakeFirst();
  if (!person) return;
  const mark = await db.selectFrom('fact').select('value').where('name', '=', markName).executeTakeFirst();
  const { dataDir, demo } = settings;
  if (mark && !demo) throw new AppError('DEMO_STORE', { dataDir });
  if (!mark && demo) throw new AppError('REAL_STORE', { dataDir });
}
