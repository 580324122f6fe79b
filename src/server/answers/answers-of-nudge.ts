import type { Db } from '#server/database/open-database.ts';
import type { AnswerRow } from '#server/database/schema.ts';

/** Each answer is replayed with each later one. Nobody changes their mind so often; a program may, and its cost must not grow. */
export const mostAnswers = 20;

/** What was answered to one nudge, oldest first. */
export function readAnswers(db: Db, nudgeId: number): Promise<AnswerRow[]> {
  return db.selectFrom('answer').selectAll().where('nudge_id', '=', nudgeId).orderBy('id').execute();
}

/** Whether the newest answer stays, because it was changed so often. */
export function isSettled(answers: readonly AnswerRow[]): boolean {
  return answers.length >= mostAnswers;
}
