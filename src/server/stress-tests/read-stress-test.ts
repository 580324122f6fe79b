import { storedItemSchema } from '#core/exposure/stored-item.ts';
import { type StressReport, stressReportSchema } from '#core/stress-test/report.ts';
import { boardStepSchema, itemStepsSchema } from '#core/stress-test/steps.ts';
import type { Db } from '#server/database/open-database.ts';

export type StressTestLine = {
  key: string;
  title: string;
  startedOn: string;
  finishedOn: string | null;
  dueOn: string | null;
  teamIds: readonly number[];
};

/** Every stress test, the one that was begun last in front. */
export async function listStressTests(db: Db): Promise<StressTestLine[]> {
  const tests = await db
    .selectFrom('stress_test')
    .select(['key', 'title', 'started_on as startedOn', 'finished_on as finishedOn', 'due_on as dueOn'])
    .orderBy('started_on', 'desc')
    .orderBy('key')
    .execute();
  const items = await db.selectFrom('stress_test_item').select(['test_key', 'team_id']).distinct().execute();
  const ofTest = Map.groupBy(items, ({ test_key }) => test_key);
  return tests.map((test) => ({ ...test, teamIds: (ofTest.get(test.key) ?? []).map(({ team_id }) => team_id) }));
}

/** A test under way as it stands, with its teams by `nameOf`; a finished one as it was kept. Null for a key of none. */
export async function readStressTest(
  db: Db,
  key: string,
  nameOf: (teamId: number) => string | null,
): Promise<StressReport | null> {
  const row = await db.selectFrom('stress_test').selectAll().where('key', '=', key).executeTakeFirst();
  if (!row) return null;
  if (row.kept !== null) return stressReportSchema.parse(JSON.parse(row.kept));
  const items = await db
    .selectFrom('stress_test_item')
    .selectAll()
    .where('test_key', '=', key)
    .orderBy('place')
    .execute();
  return {
    title: row.title,
    startedOn: row.started_on,
    finishedOn: null,
    dueOn: null,
    board: boardStepSchema.parse(JSON.parse(row.board)),
    items: items.map(({ place, team_id, item, said }) => ({
      place,
      team: nameOf(team_id),
      item: storedItemSchema.parse(JSON.parse(item)),
      said: itemStepsSchema.parse(JSON.parse(said)),
    })),
  };
}
