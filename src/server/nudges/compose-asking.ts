import { dayMs } from '#core/memory/forgetting-curve.ts';
import { signToken } from '#server/answers/token.ts';
import type { Instant, MessageRow } from '#server/database/schema.ts';
import { composeMessage, mailDomain, messageIdFor } from '#server/mail/compose-message.ts';
import { keptToken } from '#server/safeguards/open-kept.ts';
import { askingLetter } from './asking-letter.ts';
import { type NudgeRenderer, unsubscribeKeepDays } from './compose-nudge.ts';
import { readerOfAnswers } from './reader-of-answers.ts';

/** The mail about a safeguard as it leaves at `now`, in its owner's language, with links signed for them. */
export async function composeAsking(
  { db, library, keys, siteUrl, from, replyTo }: NudgeRenderer,
  message: MessageRow,
  now: Instant,
): Promise<{ messageId: string; raw: Uint8Array }> {
  const { title, reason, case_id, team, ...person } = await db
    .selectFrom('safeguard_asking')
    .innerJoin('safeguard', 'safeguard.id', 'safeguard_asking.safeguard_id')
    .innerJoin('team', 'team.id', 'safeguard.team_id')
    .innerJoin('person', 'person.id', 'safeguard_asking.person_id')
    .select(['safeguard.title', 'safeguard.reason', 'safeguard.case_id', 'team.name as team'])
    .select(['person.id', 'person.key', 'person.name', 'person.language', 'person.team_id'])
    .where('safeguard_asking.message_id', '=', message.id)
    .executeTakeFirstOrThrow();
  const reader = await readerOfAnswers(db, person.team_id, replyTo);
  const unsubscribeUrl = `${siteUrl}/u/${signToken(keys, 'unsubscribe', person, now + unsubscribeKeepDays * dayMs)}`;
  const letter = askingLetter(
    {
      ...{ name: person.name, team, title, reason, reader, unsubscribeUrl },
      story: library[person.language].cases.find(({ id }) => id === case_id) ?? null,
      keptUrl: `${siteUrl}/kept/${keptToken(keys, person, now)}`,
    },
    person.language,
  );
  const messageId = messageIdFor(keys[0].secret, message, mailDomain(from));
  const raw = await composeMessage({
    from,
    to: { name: person.name, address: message.address },
    ...(reader && { replyTo: reader }),
    ...letter,
    messageId,
    date: now,
    list: { unsubscribeUrl, id: `nudges.${mailDomain(from)}` },
  });
  return { messageId, raw };
}
