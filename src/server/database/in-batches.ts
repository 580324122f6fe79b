import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from './open-database.ts';

/** What one transaction writes: some milliseconds' work, so that somebody who answers a question meanwhile does not notice. */
const rowsAtATime = 50;

/** After each, others get their turn: SQLite has no queue, and whoever waits looks every few milliseconds. */
const restMs = 10;

/** Works through rows that may be saved apart from each other, some of them in each transaction. What breaks off half-way is finished by doing it again. */
export async function inBatches<T>(
  db: Db,
  rows: readonly T[],
  save: (trx: Db, batch: readonly T[]) => Promise<void>,
): Promise<void> {
  for (let done = 0; done < rows.length; done += rowsAtATime) {
    if (done > 0) await sleep(restMs);
    await db.transaction().execute((trx) => save(trx, rows.slice(done, done + rowsAtATime)));
  }
}
