import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { noteErasedMessages } from '#server/database/store-life.ts';
import { readModel } from './fitted-model.ts';
import { baseAfter, keepBase, noteAnswersCut, readBase } from './memory-base.ts';
import { metThroughAt, type NudgeLog } from './memory-log.ts';
import { readLog } from './read-log.ts';

export type HistoryCut = { answers: number; mails: number };

/** People with questions that closed before an instant, and how many. */
export function peopleWithHistoryBefore(db: Db, before: Instant): Promise<{ person_id: number; nudges: number }[]> {
  return db
    .selectFrom('nudge')
    .select('person_id')
    .select((eb) => eb.fn.countAll<number>().as('nudges'))
    .where('closes_at', '<', before)
    .groupBy('person_id')
    .orderBy('person_id')
    .execute();
}

/**
 * Cuts what one person was asked and answered before an instant, in the caller's transaction, and keeps what it had come to: folding the rest
 * onto that gives the very memory that folding everything gave.
 */
export async function cutHistory(trx: Db, personId: number, before: Instant): Promise<HistoryCut> {
  const log = await readLog(trx, personId);
  const closed = new Set(await closedBefore(trx, personId, before));
  const cut = firstOf(log, closed);
  if (cut.length === 0) return { answers: 0, mails: 0 };
  if (cut.some((nudge) => metThroughAt(nudge) !== null))
    await keepBase(trx, personId, baseAfter(await readBase(trx, personId), cut, await readModel(trx)));
  const ids = cut.map(({ nudgeId }) => nudgeId);
  const { numDeletedRows } = await trx.deleteFrom('answer').where('nudge_id', 'in', ids).executeTakeFirstOrThrow();
  await noteAnswersCut(trx, Number(numDeletedRows));
  await trx.deleteFrom('reading').where('nudge_id', 'in', ids).execute();
  const nudges = await trx.deleteFrom('nudge').where('id', 'in', ids).returning('message_id').execute();
  const messages = await sendingsOf(
    trx,
    nudges.map(({ message_id }) => message_id),
  );
  await trx.deleteFrom('report').where('message_id', 'in', messages).execute();
  await trx.deleteFrom('message').where('id', 'in', messages).execute();
  await noteErasedMessages(trx, messages);
  return { answers: Number(numDeletedRows), mails: messages.length };
}

/** Messages with those whose mail they sent again. */
async function sendingsOf(trx: Db, newest: readonly number[]): Promise<number[]> {
  const first = trx
    .selectFrom('message')
    .select('again_of')
    .where('id', 'in', newest)
    .where('again_of', 'is not', null);
  const before = await trx
    .selectFrom('message')
    .select('id')
    .where((eb) => eb.or([eb('id', 'in', first), eb('again_of', 'in', first)]))
    .execute();
  return [...new Set([...newest, ...before.map(({ id }) => id)])];
}

async function closedBefore(trx: Db, personId: number, before: Instant): Promise<number[]> {
  const rows = await trx
    .selectFrom('nudge')
    .select('id')
    .where('person_id', '=', personId)
    .where('closes_at', '<', before)
    .execute();
  return rows.map(({ id }) => id);
}

/** Those that may go: what was met through them lies before all that is met through the rest, so that its order stays. */
export function firstOf(log: readonly NudgeLog[], closed: ReadonlySet<number>): NudgeLog[] {
  const staying = log.filter(({ nudgeId }) => !closed.has(nudgeId));
  const earliest = Math.min(...staying.map((nudge) => metThroughAt(nudge) ?? Number.POSITIVE_INFINITY));
  return log.filter(
    (nudge) => closed.has(nudge.nudgeId) && (metThroughAt(nudge) ?? Number.NEGATIVE_INFINITY) < earliest,
  );
}
