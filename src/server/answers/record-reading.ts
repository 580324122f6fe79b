import type { Instant } from '#server/database/schema.ts';
import { type AnswerContext, type NudgeLookup, openNudge } from './open-nudge.ts';
import { refreshMemory } from './refresh-memory.ts';

export type ReadingOutcome =
  | { ok: true }
  | Extract<NudgeLookup, { ok: false }>
  | { ok: false; reason: 'closed' | 'no-question' };

/**
 * Notes that a case or question was read and left unanswered for now. Said twice it counts once, at the first time; it counts for
 * nothing once the question is answered.
 */
export async function recordReading(context: AnswerContext, token: string, now: Instant): Promise<ReadingOutcome> {
  const lookup = await openNudge(context, token, now);
  if (!lookup.ok) return lookup;
  const { nudge, asked, readAt, closed } = lookup.found;
  if (asked.kind !== 'question') return { ok: false, reason: 'no-question' };
  if (closed) return { ok: false, reason: 'closed' };
  if (readAt !== null) return { ok: true };
  await context.db.transaction().execute(async (trx) => {
    await trx
      .insertInto('reading')
      .values({ nudge_id: nudge.id, read_at: now })
      .onConflict((conflict) => conflict.column('nudge_id').doNothing())
      .execute();
    await refreshMemory(trx, nudge.person_id, nudge.lesson_id);
  });
  return { ok: true };
}
