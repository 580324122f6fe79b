import { refreshMemory } from '#server/answers/refresh-memory.ts';
import type { Db } from '#server/database/open-database.ts';
import type { AnswerRow } from '#server/database/schema.ts';
import type { SameNudges } from './take-over-mail.ts';

export type AnswersTakenOver = {
  answers: number;
  readings: number;
  /** Answers to nudges that are not in this store. */
  lost: number;
};

/** Takes over, in the caller's transaction, what was answered and read since the backup, and folds the memories it changes. */
export async function takeOverAnswers(trx: Db, lost: Db, same: SameNudges): Promise<AnswersTakenOver> {
  const nameOf = ({ nudge_id, answered_at, choice }: AnswerRow) => `${nudge_id} ${answered_at} ${choice}`;
  const known = new Set((await trx.selectFrom('answer').selectAll().execute()).map(nameOf));
  const given = (await lost.selectFrom('answer').selectAll().orderBy('id').execute()).filter(
    (answer) => !known.has(nameOf(answer)),
  );
  const taken = given.filter(({ nudge_id }) => same.has(nudge_id));
  for (const { id: _, ...answer } of taken) await trx.insertInto('answer').values(answer).execute();
  const read = new Set((await trx.selectFrom('reading').select('nudge_id').execute()).map(({ nudge_id }) => nudge_id));
  const readings = (await lost.selectFrom('reading').selectAll().execute()).filter(
    ({ nudge_id }) => same.has(nudge_id) && !read.has(nudge_id),
  );
  for (const reading of readings) await trx.insertInto('reading').values(reading).execute();
  await refreshMemories(trx, new Set([...taken, ...readings].map(({ nudge_id }) => nudge_id)));
  return { answers: taken.length, readings: readings.length, lost: given.length - taken.length };
}

async function refreshMemories(trx: Db, nudgeIds: ReadonlySet<number>): Promise<void> {
  const met = new Set<string>();
  for (const id of nudgeIds) {
    const { person_id, lesson_id } = await trx
      .selectFrom('nudge')
      .select(['person_id', 'lesson_id'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const name = `${person_id} ${lesson_id}`;
    if (!met.has(name)) await refreshMemory(trx, person_id, lesson_id);
    met.add(name);
  }
}
