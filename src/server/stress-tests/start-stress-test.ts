import type { ExposureItem } from '#core/exposure/exposure.ts';
import { prefilled } from '#core/stress-test/prefilled.ts';
import { nothingOnBoard } from '#core/stress-test/steps.ts';
import type { Db } from '#server/database/open-database.ts';
import type { LocalDateText } from '#server/database/schema.ts';

export type NewStressTest = {
  /** Random. */
  key: string;
  title: string;
  on: LocalDateText;
  items: readonly { teamId: number; item: ExposureItem }[];
};

/** Begins a test of the items as they stand, each step filled in with what the exposure says. */
export async function startStressTest(db: Db, { key, title, on, items }: NewStressTest): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const begun = { finished_on: null, due_on: null, kept: null, board: JSON.stringify(nothingOnBoard) };
    await trx
      .insertInto('stress_test')
      .values({ key, title, started_on: on, ...begun })
      .execute();
    const rows = items.map(({ teamId, item }, index) => ({
      test_key: key,
      place: index + 1,
      team_id: teamId,
      item: JSON.stringify(item),
      said: JSON.stringify(prefilled(item)),
    }));
    await trx.insertInto('stress_test_item').values(rows).execute();
  });
}
