import type { Db } from './open-database.ts';

/** Thrown inside a dry run's transaction, so that the same statements run and none of them stays. */
class DryRunDone extends Error {}

/** Runs `save` in one transaction, and undoes it all when it is a dry run. */
export async function inOneGo<T>(db: Db, dryRun: boolean, save: (trx: Db) => Promise<T>): Promise<T> {
  const outcomes: T[] = [];
  try {
    await db.transaction().execute(async (trx) => {
      outcomes.push(await save(trx));
      if (dryRun) throw new DryRunDone();
    });
  } catch (error) {
    if (!(error instanceof DryRunDone)) throw error;
  }
  const [outcome] = outcomes;
  if (outcome === undefined) throw new Error('Nothing came of a transaction.');
  return outcome;
}
