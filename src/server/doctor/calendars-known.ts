import { regionKept } from '#core/planning/calendar/days-of-calendar.ts';
import { officialUntil } from '#core/planning/calendar/official-days.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { good, note, type Verdict } from './finding.ts';

/** Holidays of the next year are proclaimed in the second half of this one: from then on their lack is worth a word. */
const daysAhead = 60;

/** Whether the public holidays of the coming weeks are official in every region that teams keep. */
export async function calendarsKnown(db: Db, now: Instant): Promise<Verdict> {
  const year = new Date(now + daysAhead * 86_400_000).getUTCFullYear();
  const teams = await db.selectFrom('team').select('holidays').distinct().execute();
  const regions = new Set(teams.map(({ holidays }) => regionKept(holidays, null)));
  const unknown = [...regions].filter((region) => region !== null && (officialUntil(region) ?? year) < year);
  if (unknown.length === 0) return good();
  const which = unknown.sort().join(', ');
  return note(
    `Part of the holidays of ${which} is proclaimed year by year, and for ${year} it is not known to this version. Enter what is announced in the calendars of the teams (on the desk), or take a newer version.`,
  );
}
