import { secondReportMs } from '#core/delivery/bounce/soft-failures.ts';
import { isOutage } from '#core/delivery/breaker.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { liftSuppression } from '#server/outbox/suppression.ts';
import type { ReportedMessage } from './find-message.ts';

/**
 * Whether an address that is reported gone is believed to be. A server that lost its directory takes mail and reports everybody gone: while more than a
 * twentieth of the last day's mails come back so, only those are believed of whom it was said on an earlier day too.
 */
export async function isBelieved(trx: Db, message: ReportedMessage, now: Instant): Promise<boolean> {
  const since = now - dayMs;
  const { sent } = await trx
    .selectFrom('message')
    .select((eb) => eb.fn.countAll<number>().as('sent'))
    .where('accepted_at', '>', since)
    .executeTakeFirstOrThrow();
  const { gone } = await trx
    .selectFrom('report')
    .select((eb) => eb.fn.countAll<number>().as('gone'))
    .where('verdict', '=', 'hard')
    .where('told_at', '>', since)
    .executeTakeFirstOrThrow();
  return !isOutage({ tried: sent, refused: gone }) || (await wasGoneBefore(trx, message, now));
}

/** Lets those have mail again whom the first reports of an outage took it from. */
export async function takeBackBlame(trx: Db, now: Instant): Promise<void> {
  const blamed = await trx
    .selectFrom('report')
    .innerJoin('message', 'message.id', 'report.message_id')
    .innerJoin('suppression', 'suppression.address', 'message.address')
    .select('suppression.address')
    .where('report.verdict', '=', 'hard')
    .where('report.told_at', '>', now - dayMs)
    .whereRef('suppression.since', '=', 'report.told_at')
    .execute();
  for (const { address } of blamed) await liftSuppression(trx, address, now);
}

async function wasGoneBefore(trx: Db, { id, address }: ReportedMessage, now: Instant): Promise<boolean> {
  const earlier = await trx
    .selectFrom('report')
    .innerJoin('message', 'message.id', 'report.message_id')
    .select('report.message_id')
    .where('report.verdict', '=', 'hard')
    .where('report.told_at', '<=', now - secondReportMs)
    .where('message.address', '=', address)
    .where('message.id', '!=', id)
    .executeTakeFirst();
  return earlier !== undefined;
}
