import { localDate } from '#core/planning/calendar/calendar.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { houseWorkTime } from '#server/nudges/house-work-time.ts';

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
