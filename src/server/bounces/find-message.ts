import type { Db } from '#server/database/open-database.ts';
import type { MessageRow } from '#server/database/schema.ts';
import { tokenIn, tokenOf } from '#server/mail/return-path.ts';
import type { ParsedReport, ReportEnvelope } from './parse-report.ts';

export type ReportedMessage = Pick<MessageRow, 'id' | 'person_id' | 'purpose' | 'address' | 'state' | 'unknowns'>;

/**
 * The mail that a report is about, by the address the report came to, or else by a Message-ID in it; `null` when we sent none such. Both hold a token
 * that only we, our reader and the servers between know, and no address in the report is believed.
 */
export async function findMessage(
  db: Db,
  bounceAddress: string | null,
  { headerText, messageIds }: ParsedReport,
  { to }: ReportEnvelope,
): Promise<ReportedMessage | null> {
  const named = bounceAddress === null ? null : tokenIn(bounceAddress, to ?? headerText);
  // A token that is none of ours is not made good by what else the report says.
  if (named !== null) return messageOf(db, named);
  for (const messageId of messageIds) {
    const token = tokenOf(messageId);
    const found = token === null ? null : await messageOf(db, token);
    if (found) return found;
  }
  return null;
}

export async function messageOf(db: Db, token: string): Promise<ReportedMessage | null> {
  const found = await db
    .selectFrom('message')
    .select(['id', 'person_id', 'purpose', 'address', 'state', 'unknowns'])
    .where('report_token', '=', token)
    .executeTakeFirst();
  return found ?? null;
}
