import { dayMs } from '#core/memory/forgetting-curve.ts';
import { ownPageToken } from '#server/answers/own-page-token.ts';
import { signToken } from '#server/answers/token.ts';
import type { Instant, MessageRow } from '#server/database/schema.ts';
import { composeMessage, mailDomain, messageIdFor } from '#server/mail/compose-message.ts';
import { type NudgeRenderer, unsubscribeKeepDays } from './compose-nudge.ts';
import { readerOfAnswers } from './reader-of-answers.ts';
import { welcomeLetter } from './welcome-letter.ts';

/** The welcome of somebody as it leaves at `now`, in their language, with links signed for them. */
export async function composeWelcome(
  { db, keys, siteUrl, from, replyTo, kept }: NudgeRenderer,
  message: MessageRow,
  now: Instant,
): Promise<{ messageId: string; raw: Uint8Array }> {
  const { team, ...person } = await db
    .selectFrom('person')
    .innerJoin('team', 'team.id', 'person.team_id')
    .selectAll('person')
    .select('team.name as team')
    .where('person.id', '=', message.person_id)
    .executeTakeFirstOrThrow();
  const reader = await readerOfAnswers(db, person.team_id, replyTo);
  const unsubscribeUrl = `${siteUrl}/u/${signToken(keys, 'unsubscribe', person, now + unsubscribeKeepDays * dayMs)}`;
  const letter = welcomeLetter(
    {
      ...{ name: person.name, team, pace: person.pace, kept, reader },
      ownPageUrl: `${siteUrl}/me/${ownPageToken(keys, person, now)}`,
      unsubscribeUrl,
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
