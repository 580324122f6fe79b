import type { AnswerRow, Instant } from '#server/database/schema.ts';
import { isSettled, readAnswers } from './answers-of-nudge.ts';
import { type GivenAnswer, type JudgedAnswer, judgeAnswer } from './given-answer.ts';
import { type AnswerContext, type NudgeLookup, openNudge } from './open-nudge.ts';
import { refreshMemory } from './refresh-memory.ts';

type NotOpened = Extract<NudgeLookup, { ok: false }>;

export type AnswerOutcome =
  | { ok: true }
  | NotOpened
  | { ok: false; reason: 'closed' | 'settled' }
  | Extract<JudgedAnswer, { ok: false }>;

/**
 * Takes an answer as the fields of its form: appended, never overwritten, so it can be changed until the nudge closes, or until it was changed as
 * often as anybody may mean it. The same answer again is no change. Memory follows the newest.
 */
export async function recordAnswer(
  context: AnswerContext,
  token: string,
  fields: Readonly<Record<string, string>>,
  now: Instant,
): Promise<AnswerOutcome> {
  const lookup = await openNudge(context, token, now);
  if (!lookup.ok) return lookup;
  const { nudge, asked, answer, closed } = lookup.found;
  if (closed) return { ok: false, reason: 'closed' };
  const judged = judgeAnswer(asked, fields);
  if (!judged.ok) return judged;
  if (isSame(answer, judged.given)) return { ok: true };
  return context.db.transaction().execute(async (trx) => {
    const answers = await readAnswers(trx, nudge.id);
    if (isSame(answers.at(-1) ?? null, judged.given)) return { ok: true };
    if (isSettled(answers)) return { ok: false, reason: 'settled' };
    await trx
      .insertInto('answer')
      .values({ nudge_id: nudge.id, ...judged.given, answered_at: now })
      .execute();
    await refreshMemory(trx, nudge.person_id, nudge.lesson_id);
    return { ok: true };
  });
}

/** A form that is sent twice, by an impatient hand or a proxy, says nothing new. */
function isSame(newest: AnswerRow | null, given: GivenAnswer): boolean {
  return newest !== null && newest.choice === given.choice && newest.sureness === given.sureness;
}
