import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { type AnswerContext, type OpenNudge, openNudge } from './open-nudge.ts';
import { refreshMemory } from './refresh-memory.ts';

/** An answer given longer ago than this was hardly given by whoever now says that the mail is not theirs. */
const lately = 15 * 60_000;

/** Whether there is an answer that whoever has a forwarded mail may have given, and none was taken back before. Pure. */
export function mayTakeBack({ nudge, answer }: Pick<OpenNudge, 'nudge' | 'answer'>, now: Instant): boolean {
  return nudge.taken_back_at === null && answer !== null && answer.answered_at > now - lately;
}

/**
 * Takes back what was answered and read through a mail in the last quarter of an hour: somebody answered it whom it was not written to. Nothing of it is left, but that the question was
 * seen: a right answer is a guess from then on, so that nobody gains by it. Once for each mail. `false` where there is nothing to take back.
 */
export async function takeBack(context: AnswerContext, token: string, now: Instant): Promise<boolean> {
  const lookup = await openNudge(context, token, now);
  if (!lookup.ok || !mayTakeBack(lookup.found, now)) return false;
  const { nudge } = lookup.found;
  return context.db.transaction().execute(async (trx) => {
    const first = await trx
      .updateTable('nudge')
      .set({ taken_back_at: now })
      .where('id', '=', nudge.id)
      .where('taken_back_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!first) return false;
    await forgetSince(trx, nudge.id, now - lately);
    await refreshMemory(trx, nudge.person_id, nudge.lesson_id);
    return true;
  });
}

async function forgetSince(trx: Db, nudgeId: number, since: Instant): Promise<void> {
  await trx.deleteFrom('answer').where('nudge_id', '=', nudgeId).where('answered_at', '>', since).execute();
  await trx.deleteFrom('reading').where('nudge_id', '=', nudgeId).where('read_at', '>', since).execute();
}
