import type { Db } from '#server/database/open-database.ts';

/** Thrown to take back what a trial did; carries what it would have come to. */
class TakenBack<T> extends Error {
  readonly outcome: T;

  constructor(outcome: T) {
    super('taken back');
    this.outcome = outcome;
  }
}

/** Does something in one transaction; with `dryRun` it is taken back, after everything was tried for real. */
export async function withinTrial<T>(db: Db, dryRun: boolean, act: (trx: Db) => Promise<T>): Promise<T> {
  if (!dryRun) return db.transaction().execute(act);
  try {
    return await db.transaction().execute(async (trx) => {
      throw new TakenBack(await act(trx));
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.outcome;
    throw error;
  }
}
