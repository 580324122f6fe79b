import type { Judgement, ReportVerdict } from '#core/delivery/bounce/report.ts';
import { isFateUnknown, wentOut } from '#core/delivery/message-state.ts';
import { withdrawPending } from '#server/answers/withdraw-pending.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { markReported } from '#server/outbox/mark-reported.ts';
import { suppress } from '#server/outbox/suppression.ts';
import { isBelieved, takeBackBlame } from './believe-report.ts';
import type { ReportedMessage } from './find-message.ts';
import { isAnswered } from './is-answered.ts';
import { countSoft } from './soft-failures.ts';

/**
 * What a report has changed. *none*: it needs nothing. *again*: the same was reported before. *answered*: its reader answered, so it arrived.
 * *too-many*: so many addresses are reported gone that none is believed.
 */
export type ReportEffect =
  | 'none'
  | 'again'
  | 'answered'
  | 'bounced'
  | 'suppressed'
  | 'too-many'
  | 'unsubscribed'
  | 'noted';

const failures: readonly ReportVerdict[] = ['hard', 'soft', 'policy'];

/** Does what a verdict asks for, once; the same report again changes nothing. Call it in a transaction. */
export async function actOnReport(
  trx: Db,
  message: ReportedMessage,
  { verdict, reply }: Judgement,
  now: Instant,
): Promise<ReportEffect> {
  if (verdict === 'auto-reply' || verdict === 'unreadable') return 'none';
  if (verdict === 'relayed') {
    // What was delayed has gone on its way.
    await trx.deleteFrom('report').where('message_id', '=', message.id).where('verdict', '=', 'delayed').execute();
    return 'none';
  }
  const saysItFailed = verdict === 'delayed' || failures.includes(verdict);
  if (saysItFailed && (await isAnswered(trx, message.id))) return 'answered';
  if (!(await isNew(trx, message.id, { verdict, reply }, now))) return 'again';
  if (verdict === 'delayed') return 'noted';
  await markReported(trx, message.id, verdict === 'complaint' ? 'complained' : 'bounced', reply);
  switch (verdict) {
    case 'hard':
      return blameAddress(trx, message, reply, now);
    case 'soft':
      return (await countSoft(trx, message, reply, now)) ? 'suppressed' : 'bounced';
    case 'policy':
      return 'bounced';
    case 'refusal':
    case 'complaint':
      return unsubscribe(trx, message, reply, now);
  }
}

/** Whether there is anything to report of a mail: it left, or may have left before it was queued once more. */
export function hasLeft({ state, unknowns }: ReportedMessage): boolean {
  return unknowns > 0 || isFateUnknown(state) || state === 'bounced' || wentOut.some((each) => each === state);
}

async function isNew(trx: Db, messageId: number, { verdict, reply }: Judgement, now: Instant): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('report')
    .values({ message_id: messageId, verdict, reply, told_at: now })
    .onConflict((conflict) => conflict.columns(['message_id', 'verdict']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows !== undefined && numInsertedOrUpdatedRows > 0n;
}

/** The address that the message went to, whatever the report names: it may be where that one is forwarded to. */
async function blameAddress(
  trx: Db,
  message: ReportedMessage,
  reply: string,
  now: Instant,
): Promise<'suppressed' | 'too-many'> {
  if (!(await isBelieved(trx, message, now))) {
    await takeBackBlame(trx, now);
    return 'too-many';
  }
  await suppress(trx, { address: message.address, kind: 'hard', reason: reply, since: now, until: null });
  return 'suppressed';
}

/** A letter has nobody who could unsubscribe, so its address gets no other. */
async function unsubscribe(
  trx: Db,
  { person_id: personId, address }: ReportedMessage,
  reply: string,
  now: Instant,
): Promise<'unsubscribed' | 'suppressed'> {
  if (personId === null) {
    await suppress(trx, { address, kind: 'complaint', reason: reply, since: now, until: null });
    return 'suppressed';
  }
  await trx
    .updateTable('person')
    .set({ unsubscribed_at: now })
    .where('id', '=', personId)
    .where('unsubscribed_at', 'is', null)
    .execute();
  await withdrawPending(trx, personId, 'unsubscribed');
  return 'unsubscribed';
}
