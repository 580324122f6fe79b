import { localDate } from '#core/planning/calendar/calendar.ts';
import type { WorkTime } from '#core/planning/calendar/work-time.ts';
import { teamWorkTime } from '#core/planning/calendar/work-time-of.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';

/** The working time of the first team: nobody knows where a director is. `null` while there is no team. */
export async function houseWorkTime(db: Db): Promise<WorkTime | null> {
  const team = await db
    .selectFrom('team')
    .selectAll()
    .where('ended_on', 'is', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return team ? teamWorkTime(team) : null;
}

/** The day that it is for the house, and the instant at which a local day begins there. */
export async function houseCalendar(
  db: Db,
  now: Instant,
): Promise<{ today: string; beginOf: (day: string) => Instant }> {
  const zone = (await houseWorkTime(db))?.zone ?? 'Etc/UTC';
  return {
    today: localDate(now, zone).toString(),
    beginOf: (day) => Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds,
  };
}
