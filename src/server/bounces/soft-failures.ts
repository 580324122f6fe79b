import { longestDelayMs, softFailures } from '#core/delivery/bounce/soft-failures.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { suppress } from '#server/outbox/suppression.ts';
import { isAnswered } from './is-answered.ts';

type Failed = { address: string; person_id: number | null };

/** Counts the soft failures of an address since its reader last answered; one too many, and it gets no mail for a while. */
export async function countSoft(
  trx: Db,
  { address, person_id }: Failed,
  reply: string,
  now: Instant,
): Promise<boolean> {
  const since = Math.max(now - softFailures.withinMs, await lastAnswerOf(trx, person_id));
  const { failures } = await trx
    .selectFrom('report')
    .innerJoin('message', 'message.id', 'report.message_id')
    .select((eb) => eb.fn.countAll<number>().as('failures'))
    .where('report.verdict', '=', 'soft')
    .where('report.told_at', '>', since)
    .where('message.address', '=', address)
    .executeTakeFirstOrThrow();
  if (failures < softFailures.most) return false;
  await suppress(trx, { address, kind: 'soft', reason: reply, since: now, until: now + softFailures.quietMs });
  return true;
}

async function lastAnswerOf(trx: Db, personId: number | null): Promise<Instant> {
  if (personId === null) return 0;
  const { last } = await trx
    .selectFrom('answer')
    .innerJoin('nudge', 'nudge.id', 'answer.nudge_id')
    .select((eb) => eb.fn.max('answer.answered_at').as('last'))
    .where('nudge.person_id', '=', personId)
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

/** Delays of which nothing more was heard count as soft failures. Returns how many did. */
export async function countLongDelays(db: Db, now: Instant): Promise<number> {
  const delayed = await db
    .selectFrom('report')
    .innerJoin('message', 'message.id', 'report.message_id')
    .select(['message.id', 'message.address', 'message.person_id', 'report.reply'])
    .where('report.verdict', '=', 'delayed')
    .where('report.told_at', '<', now - longestDelayMs)
    .execute();
  let counted = 0;
  for (const message of delayed)
    await db.transaction().execute(async (trx) => {
      const { id, reply } = message;
      await trx.deleteFrom('report').where('message_id', '=', id).where('verdict', '=', 'delayed').execute();
      if ((await isAnswered(trx, id)) || (await isDecided(trx, id))) return;
      await trx.insertInto('report').values({ message_id: id, verdict: 'soft', reply, told_at: now }).execute();
      await countSoft(trx, message, reply, now);
      counted += 1;
    });
  return counted;
}

/** Whether something else was reported of a message. */
async function isDecided(trx: Db, messageId: number): Promise<boolean> {
  const other = await trx.selectFrom('report').select('verdict').where('message_id', '=', messageId).executeTakeFirst();
  return other !== undefined;
}
