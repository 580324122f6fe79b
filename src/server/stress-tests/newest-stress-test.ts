import type { Db } from '#server/database/open-database.ts';
import type { LocalDateText } from '#server/database/schema.ts';

/** When the newest finished stress test was finished and when the next is due, as ISO days; null while none was. */
export async function readNewestStressTest(
  db: Db,
): Promise<{ finishedOn: LocalDateText; dueOn: LocalDateText } | null> {
  const newest = await db
    .selectFrom('stress_test')
    .select(['finished_on', 'due_on'])
    .where('finished_on', 'is not', null)
    .orderBy('finished_on', 'desc')
    .executeTakeFirst();
  if (!newest?.finished_on || !newest.due_on) return null;
  return { finishedOn: newest.finished_on, dueOn: newest.due_on };
}
