import { localDate } from '#core/planning/calendar/calendar.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant, PersonRow } from '#server/database/schema.ts';
import { suppressionOf } from '#server/outbox/suppression.ts';

/** Whether somebody's mail comes. A pause, an unsubscription and a complaint are wishes, and are told alike (decision 36). */
export type MailState = 'comes' | 'none for now' | 'address refused';

export async function mailStateOf(db: Db, person: PersonRow, now: Instant): Promise<MailState> {
  const today = localDate(now, person.zone).toString();
  if (person.unsubscribed_at !== null) return 'none for now';
  if (person.paused_until !== null && today <= person.paused_until) return 'none for now';
  const said = await suppressionOf(db, person.email, now);
  if (!said) return 'comes';
  return said.kind === 'complaint' ? 'none for now' : 'address refused';
}
