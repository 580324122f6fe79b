import { principleNumber } from '#core/code/principles.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { signToken } from '#server/answers/token.ts';
import type { CodeStatementTable } from '#server/database/code-tables.ts';
import type { Instant, MessageRow } from '#server/database/schema.ts';
import { composeMessage, mailDomain, messageIdFor } from '#server/mail/compose-message.ts';
import { type NudgeRenderer, unsubscribeKeepDays } from '#server/nudges/compose-nudge.ts';
import { readerOfAnswers } from '#server/nudges/reader-of-answers.ts';
import { readDueOfMessage } from './due-of-message.ts';
import { type DueStatement, reminderLetter } from './reminder-letter.ts';

/** The reminder as it leaves at `now`, of what is still due, in the language of its reader. */
export async function composeReminder(
  { db, keys, siteUrl, from, replyTo }: NudgeRenderer,
  message: MessageRow,
  now: Instant,
): Promise<{ messageId: string; raw: Uint8Array }> {
  const person = await db
    .selectFrom('person')
    .selectAll()
    .where('id', '=', message.person_id)
    .executeTakeFirstOrThrow();
  const due = (await readDueOfMessage(db, message)).flatMap(dueStatement);
  const reader = await readerOfAnswers(db, person.team_id, replyTo);
  const unsubscribeUrl = `${siteUrl}/u/${signToken(keys, 'unsubscribe', person, now + unsubscribeKeepDays * dayMs)}`;
  const { name, language } = person;
  const letter = reminderLetter({ name, due, reader, deskUrl: `${siteUrl}/desk/code`, unsubscribeUrl }, language);
  const messageId = messageIdFor(keys[0].secret, message, mailDomain(from));
  const raw = await composeMessage({
    from,
    to: { name, address: message.address },
    ...(reader && { replyTo: reader }),
    ...letter,
    messageId,
    date: now,
    list: { unsubscribeUrl, id: `reminders.${mailDomain(from)}` },
  });
  return { messageId, raw };
}

function dueStatement({ principle, state, text, due_on }: CodeStatementTable): DueStatement[] {
  const number = principleNumber(principle);
  return number === null || due_on === null ? [] : [{ principle: number, state, text, dueOn: due_on }];
}
