import type { Db } from '#server/database/open-database.ts';
import type { NudgeLog } from './memory-log.ts';

/** Every nudge of a person that was sent, with what was answered or read of it. */
export async function readLog(db: Db, personId: number): Promise<NudgeLog[]> {
  const nudges = await db
    .selectFrom('nudge')
    .leftJoin('reading', 'reading.nudge_id', 'nudge.id')
    .select(['nudge.id', 'nudge.kind', 'nudge.lesson_id', 'nudge.taken_back_at', 'reading.read_at'])
    .where('nudge.person_id', '=', personId)
    .execute();
  const answers = await db
    .selectFrom('answer')
    .innerJoin('nudge', 'nudge.id', 'answer.nudge_id')
    .select(['answer.nudge_id', 'answer.right', 'answer.sureness', 'answer.answered_at'])
    .where('nudge.person_id', '=', personId)
    .orderBy('answer.id')
    .execute();
  const byNudge = Map.groupBy(answers, (answer) => answer.nudge_id);
  return nudges.map((nudge) => ({
    nudgeId: nudge.id,
    kind: nudge.kind,
    lessonId: nudge.lesson_id,
    answers: byNudge.get(nudge.id) ?? [],
    readAt: nudge.read_at,
    seenBefore: nudge.taken_back_at !== null,
  }));
}
