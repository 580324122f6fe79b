import type { Instant } from '#server/database/schema.ts';
import { type JudgedAnswer, judgeAnswer } from './given-answer.ts';
import { type AnswerContext, type NudgeLookup, openNudge } from './open-nudge.ts';
import { refreshMemory } from './refresh-memory.ts';

type NotOpened = Extract<NudgeLookup, { ok: false }>;

export type AnswerOutcome =
  | { ok: true }
  | NotOpened
  | { ok: false; reason: 'closed' }
  | Extract<JudgedAnswer, { ok: false }>;

/**
 * Takes an answer as the fields of its form: appended, never overwritten, so it can be changed until the nudge closes. Memory follows the
 * newest.
 */
export async function recordAnswer(
  context: AnswerContext,
  token: string,
  fields: Readonly<Record<string, string>>,
  now: Instant,
): Promise<AnswerOutcome> {
  const lookup = await openNudge(context, token, now);
  if (!lookup.ok) return lookup;
  const { nudge, asked, closed } = lookup.found;
  if (closed) return { ok: false, reason: 'closed' };
  const judged = judgeAnswer(asked, fields);
  if (!judged.ok) return judged;
  await context.db.transaction().execute(async (trx) => {
    await trx
      .insertInto('answer')
      .values({ nudge_id: nudge.id, ...judged.given, answered_at: now })
      .execute();
    await refreshMemory(trx, nudge.person_id, nudge.lesson_id);
  });
  return { ok: true };
}
