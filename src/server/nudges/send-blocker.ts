import { hasBegun, hasLeft } from '#core/people/in-post.ts';
import { localDate } from '#core/planning/calendar/calendar.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant, MessageRow } from '#server/database/schema.ts';
import { suppressionOf } from '#server/outbox/suppression.ts';

/** Why a claimed message must not go after all, or `null`. Asked at the last moment: people leave and unsubscribe between plan and send. */
export async function sendBlocker(db: Db, message: MessageRow, now: Instant): Promise<string | null> {
  const suppressed = await suppressionOf(db, message.address, now);
  if (suppressed) return `the address is suppressed: ${suppressed.reason}`;
  if (message.person_id === null) return null;
  const person = await db.selectFrom('person').selectAll().where('id', '=', message.person_id).executeTakeFirst();
  if (!person) return 'the person was erased';
  const today = localDate(now, person.zone).toString();
  if (hasLeft(person.leaves_on, today)) return `left on ${person.leaves_on}`;
  if (!hasBegun(person.starts_on, today)) return `starts on ${person.starts_on}`;
  if (person.unsubscribed_at !== null) return 'unsubscribed';
  if (person.paused_until && today <= person.paused_until) return `paused until ${person.paused_until}`;
  if (person.away_until && today <= person.away_until) return `away until ${person.away_until}`;
  if (await hasEnded(db, person.team_id)) return 'the team ended';
  return (await calledNotRelevantSince(db, message)) ? 'not relevant to this person' : null;
}

async function hasEnded(db: Db, teamId: number): Promise<boolean> {
  const team = await db.selectFrom('team').select('ended_on').where('id', '=', teamId).executeTakeFirst();
  return team?.ended_on !== null;
}

/** Whether they called its lesson not relevant after it was planned: what a trainer assigns later comes all the same. */
async function calledNotRelevantSince(db: Db, message: MessageRow): Promise<boolean> {
  const said = await db
    .selectFrom('nudge')
    .innerJoin('not_relevant', (join) =>
      join
        .onRef('not_relevant.person_id', '=', 'nudge.person_id')
        .onRef('not_relevant.lesson_id', '=', 'nudge.lesson_id'),
    )
    .select('not_relevant.said_at')
    .where('nudge.message_id', '=', message.id)
    .where('not_relevant.said_at', '>=', message.created_at)
    .executeTakeFirst();
  return said !== undefined;
}
