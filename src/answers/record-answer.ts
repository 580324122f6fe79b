import { choiceLetter, isRight } from '../catalogue/question.ts';
import type { Memory } from '../memory/forgetting-curve.ts';
import { afterAnswer, type Recollection, type Sureness } from '../memory/recollection.ts';
import type { Db } from '../store/open-store.ts';
import type { AnswerRow, Instant } from '../store/schema.ts';
import { type AnswerDesk, isCorrected, type NudgeLookup, openNudge } from './open-nudge.ts';

export type AnswerGiven = { choice: string; sureness: Sureness };

export type AnswerOutcome =
  | { ok: true }
  | { ok: false; reason: Extract<NudgeLookup, { ok: false }>['reason'] | 'closed' | 'no-such-choice' };

/** Takes an answer: appended, never overwritten, so it can be changed until the question closes. Memory follows the newest. */
export async function recordAnswer(
  desk: AnswerDesk,
  token: string,
  given: AnswerGiven,
  now: Instant,
): Promise<AnswerOutcome> {
  const lookup = await openNudge(desk, token, now);
  if (!lookup.ok) return lookup;
  const { nudge, question, closed } = lookup.found;
  if (closed) return { ok: false, reason: 'closed' };
  const choice = question.choices.find((_, index) => choiceLetter(index) === given.choice);
  if (!choice) return { ok: false, reason: 'no-such-choice' };
  await desk.db.transaction().execute(async (trx) => {
    const answer = {
      nudge_id: nudge.id,
      choice: given.choice,
      right: isRight(choice) ? 1 : 0,
      sureness: given.sureness,
      answered_at: now,
    };
    await trx.insertInto('answer').values(answer).execute();
    await refreshMemory(trx, nudge.person_id, nudge.lesson_id);
  });
  return { ok: true };
}

/** Folds every answer of a person to a lesson into their memory of it; the log is the truth, the memory is derived. */
async function refreshMemory(db: Db, personId: number, lessonId: string): Promise<void> {
  const answers = await db
    .selectFrom('answer')
    .innerJoin('nudge', 'nudge.id', 'answer.nudge_id')
    .selectAll('answer')
    .where('nudge.person_id', '=', personId)
    .where('nudge.lesson_id', '=', lessonId)
    .orderBy('answer.id')
    .execute();
  const memory = memoryFrom(answers);
  if (!memory) return;
  const row = {
    person_id: personId,
    lesson_id: lessonId,
    stability: memory.stability,
    difficulty: memory.difficulty,
    met_at: memory.metAt,
  };
  await db
    .insertInto('memory')
    .values(row)
    .onConflict((conflict) => conflict.columns(['person_id', 'lesson_id']).doUpdateSet(row))
    .execute();
}

/** The memory that a log of answers to one lesson leaves. Pure. */
export function memoryFrom(answers: readonly AnswerRow[]): Memory | null {
  const byNudge = new Map<number, AnswerRow[]>();
  for (const answer of answers) byNudge.set(answer.nudge_id, [...(byNudge.get(answer.nudge_id) ?? []), answer]);
  const counted = [...byNudge.values()].flatMap((log) => countedAnswer(log) ?? []).sort((a, b) => a.at - b.at);
  return counted.reduce<Memory | null>((memory, { recollection, at }) => afterAnswer(memory, recollection, at), null);
}

/**
 * The newest answer to one nudge counts, at the time of the first. Whoever corrects a wrong answer has read the feedback by
 * then: the correction is worth a right guess, not proof of memory.
 */
function countedAnswer(log: readonly AnswerRow[]): { recollection: Recollection; at: Instant } | null {
  const [first] = log;
  const newest = log.at(-1);
  if (!first || !newest) return null;
  const corrected = isCorrected(log);
  return {
    recollection: { right: newest.right === 1, sureness: corrected ? 'guess' : newest.sureness },
    at: first.answered_at,
  };
}
