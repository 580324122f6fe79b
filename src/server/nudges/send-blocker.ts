import { hasBegun, hasLeft } from '#core/people/in-post.ts';
import { localDate } from '#core/planning/calendar/calendar.ts';
import { isCheck } from '#core/safeguards/standing.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant, MessageRow } from '#server/database/schema.ts';
import { suppressionOf } from '#server/outbox/suppression.ts';
import { readSafeguard } from '#server/safeguards/read-safeguards.ts';

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
  if (message.purpose === 'safeguard') return askingBlocker(db, message, now);
  return (await calledNotRelevantSince(db, message)) ? 'not relevant to this person' : null;
}

/** Whether what it asks was settled meanwhile: somebody looked, it was let go, or another sees to it. */
async function askingBlocker(db: Db, { id, person_id, created_at }: MessageRow, now: Instant): Promise<string | null> {
  const asking = await db
    .selectFrom('safeguard_asking')
    .select('safeguard_id')
    .where('message_id', '=', id)
    .executeTakeFirst();
  const safeguard = asking && (await readSafeguard(db, asking.safeguard_id, now));
  if (!safeguard) return 'there is nothing to ask any more';
  if (safeguard.owner?.id !== person_id) return 'somebody else sees to the safeguard';
  if (safeguard.standing.retired) return 'the safeguard was retired';
  const looked = safeguard.events.some(({ act, at }) => at >= created_at && isCheck(act));
  return looked ? 'somebody looked at the safeguard since' : null;
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
