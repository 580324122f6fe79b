import { readFileSync } from 'node:fs';
import type { ReportContext } from '#server/bounces/report-context.ts';
import type { Db } from '#server/database/open-database.ts';
import { aLog } from './a-log.ts';
import { aSentNudge, type SentNudge } from './a-sent-nudge.ts';

export const bounceAddress = 'bounce@kazehaya.example';

/** What reading reports needs, on a store, with a clock that a test sets. */
export function aReportContext(db: Db, now: number) {
  const { log, lines, text } = aLog();
  const time = { now };
  const context: ReportContext = { db, log, clock: () => time.now, bounceAddress };
  return { context, time, logged: lines, loggedText: text };
}

export type LeftNudge = SentNudge & { reportToken: string };

/** A nudge that left at `at` under a Message-ID with a token, as those do that are sent. */
export async function aLeftNudge(db: Db, name: string, at: number): Promise<LeftNudge> {
  const nudge = await aSentNudge(db, name, at);
  const reportToken = nudge.messageId.toString(16).padStart(32, 'a');
  await db
    .updateTable('message')
    .set({ message_id: `<${reportToken}.g1@kazehaya.example>`, report_token: reportToken, accepted_at: at, attempt: 1 })
    .where('id', '=', nudge.messageId)
    .execute();
  return { ...nudge, reportToken };
}

/** A report that Postfix really made, as it would have come for another mail and another recipient. */
export function realReport(file: string, { to, token }: { to: string; token: string }): Buffer {
  const text = readFileSync(`src/server/bounces/real/${file}.eml`, 'utf8');
  const [, madeFor = ''] = /bounces\+(\w+)@bounce\.example\.org/.exec(text) ?? [];
  return Buffer.from(
    text
      .replaceAll(`bounces+${madeFor}@bounce.example.org`, `bounce+${token}@kazehaya.example`)
      .replaceAll(/<\w+0{8,}\.g1@nudge\.example\.org>/g, `<${token}.g1@kazehaya.example>`)
      .replaceAll(/(?:no-such-user|mailbox-full|busy|policy|kenji)@example\.(?:net|com)/g, to),
  );
}
