import type { Catalogue } from '#catalogue/catalogue.ts';
import { localDate } from '#core/planning/calendar/calendar.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant, MessageRow } from '#server/database/schema.ts';

/**
 * Why a nudge must not go because what it asks or tells held until a day that is over where its reader is, or `null`. Planning saw to that; but its
 * reader may have put it off, or an outage kept it.
 */
export async function lapsedBlocker(
  db: Db,
  { cases }: Pick<Catalogue, 'cases'>,
  { id, purpose }: Pick<MessageRow, 'id' | 'purpose'>,
  now: Instant,
): Promise<string | null> {
  if (purpose !== 'nudge') return null;
  const nudge = await db
    .selectFrom('nudge')
    .innerJoin('person', 'person.id', 'nudge.person_id')
    .select(['nudge.kind', 'nudge.case_id', 'nudge.question_id', 'person.zone'])
    .where('nudge.message_id', '=', id)
    .executeTakeFirst();
  if (!nudge) return null;
  const story = cases.find((entry) => entry.id === nudge.case_id);
  const asked = story?.questions.find((question) => question.id === nudge.question_id)?.validUntil;
  const told = nudge.kind === 'case' ? story?.mail.validUntil : undefined;
  const today = localDate(now, nudge.zone).toString();
  if (asked && asked < today) return `what it asks held until ${asked}`;
  return told && told < today ? `what it tells held until ${told}` : null;
}
