import { localDate } from '#core/planning/calendar/calendar.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant, MessageRow } from '#server/database/schema.ts';

/** Why a claimed message must not go after all, or `null`. Asked at the last moment: people unsubscribe between plan and send. */
export async function sendBlocker(db: Db, message: MessageRow, now: Instant): Promise<string | null> {
  const suppressed = await db
    .selectFrom('suppression')
    .select('reason')
    .where('address', '=', message.address)
    .executeTakeFirst();
  if (suppressed) return `the address is suppressed: ${suppressed.reason}`;
  if (message.person_id === null) return null;
  const person = await db.selectFrom('person').selectAll().where('id', '=', message.person_id).executeTakeFirst();
  if (!person) return 'the person was erased';
  if (person.unsubscribed_at !== null) return 'unsubscribed';
  if (person.paused_until && localDate(now, person.zone).toString() <= person.paused_until)
    return `paused until ${person.paused_until}`;
  return null;
}
