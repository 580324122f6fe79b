import type { Db } from '../store/open-store.ts';
import { foldLog, type NudgeLog } from './memory-log.ts';

/** Folds a person's log again, and keeps what comes of it for one lesson and for their record. In the caller's transaction. */
export async function refreshMemory(trx: Db, personId: number, lessonId: string): Promise<void> {
  const { lessons, record } = foldLog(await readLog(trx, personId));
  const folded = lessons.get(lessonId);
  if (!folded) return;
  const { memory, answers } = folded;
  const row = {
    person_id: personId,
    lesson_id: lessonId,
    stability: memory.stability,
    difficulty: memory.difficulty,
    met_at: memory.metAt,
    answers,
  };
  await trx
    .insertInto('memory')
    .values(row)
    .onConflict((conflict) => conflict.columns(['person_id', 'lesson_id']).doUpdateSet(row))
    .execute();
  const recorded = { person_id: personId, ...record };
  await trx
    .insertInto('calibration')
    .values(recorded)
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(recorded))
    .execute();
}

/** Every nudge of a person that was answered or read. */
async function readLog(db: Db, personId: number): Promise<NudgeLog[]> {
  const nudges = await db
    .selectFrom('nudge')
    .leftJoin('reading', 'reading.nudge_id', 'nudge.id')
    .select(['nudge.id', 'nudge.kind', 'nudge.lesson_id', 'reading.read_at'])
    .where('nudge.person_id', '=', personId)
    .execute();
  const answers = await db
    .selectFrom('answer')
    .innerJoin('nudge', 'nudge.id', 'answer.nudge_id')
    .select(['answer.nudge_id', 'answer.right', 'answer.sureness', 'answer.answered_at'])
    .where('nudge.person_id', '=', personId)
    .orderBy('answer.id')
    .execute();
  return nudges.map((nudge) => ({
    nudgeId: nudge.id,
    kind: nudge.kind,
    lessonId: nudge.lesson_id,
    answers: answers.filter((answer) => answer.nudge_id === nudge.id),
    readAt: nudge.read_at,
  }));
}
