import { dueAfter } from '#core/stress-test/due.ts';
import { type Lacking, lackingIn } from '#core/stress-test/lacking.ts';
import type { BoardStep, ItemSteps } from '#core/stress-test/steps.ts';
import type { Db } from '#server/database/open-database.ts';
import type { LocalDateText } from '#server/database/schema.ts';
import { readStressTest } from './read-stress-test.ts';

/** Saves what was typed of items. False, and nothing saved, where there is no such test or it is finished: a kept one cannot change. */
export async function saveItems(db: Db, key: string, said: ReadonlyMap<number, ItemSteps>): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    if (!(await holdOpen(trx, key))) return false;
    for (const [place, steps] of said)
      await trx
        .updateTable('stress_test_item')
        .set({ said: JSON.stringify(steps) })
        .where('test_key', '=', key)
        .where('place', '=', place)
        .execute();
    return true;
  });
}

export async function saveBoard(db: Db, key: string, board: BoardStep): Promise<boolean> {
  const saved = await db
    .updateTable('stress_test')
    .set({ board: JSON.stringify(board) })
    .where('key', '=', key)
    .where('finished_on', 'is', null)
    .executeTakeFirst();
  return Number(saved.numUpdatedRows) > 0;
}

export type FinishOutcome =
  | { ok: true; dueOn: LocalDateText }
  | { ok: false; why: 'no-test' }
  | { ok: false; why: 'lacking'; lacking: Lacking[] };

/** Keeps a test as it stands, for good, and starts its clock of three years. */
export async function finishStressTest(
  db: Db,
  key: string,
  nameOf: (teamId: number) => string | null,
  on: LocalDateText,
): Promise<FinishOutcome> {
  return db.transaction().execute(async (trx): Promise<FinishOutcome> => {
    if (!(await holdOpen(trx, key))) return { ok: false, why: 'no-test' };
    const report = await readStressTest(trx, key, nameOf);
    if (!report) return { ok: false, why: 'no-test' };
    const lacking = lackingIn(report.items, report.board);
    if (lacking.length > 0) return { ok: false, why: 'lacking', lacking };
    const dueOn = dueAfter(on);
    const kept = JSON.stringify({ ...report, finishedOn: on, dueOn });
    await trx.updateTable('stress_test').set({ finished_on: on, due_on: dueOn, kept }).where('key', '=', key).execute();
    return { ok: true, dueOn };
  });
}

/** Whether a test is under way. Writing its row first makes whoever saves and whoever finishes wait for each other. */
async function holdOpen(trx: Db, key: string): Promise<boolean> {
  const held = await trx
    .updateTable('stress_test')
    .set((eb) => ({ title: eb.ref('title') }))
    .where('key', '=', key)
    .where('finished_on', 'is', null)
    .executeTakeFirst();
  return Number(held.numUpdatedRows) > 0;
}
