import { regionKept } from '#core/planning/calendar/days-of-calendar.ts';
import { officialUntil } from '#core/planning/calendar/official-days.ts';
import { reckonedByMoon } from '#core/planning/calendar/public-holidays.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { good, note, type Verdict } from './finding.ts';

/** Holidays of the next year are proclaimed in the second half of this one: from then on their lack is worth a word. */
const daysAhead = 60;

/** Whether the public holidays of the coming weeks are official in every region that teams keep. */
export async function calendarsKnown(db: Db, now: Instant): Promise<Verdict> {
  const teams = await db.selectFrom('team').select('holidays').distinct().execute();
  const kept = new Set(teams.map(({ holidays }) => regionKept(holidays, null)));
  const regions = [...kept].filter((region) => region !== null).sort();
  const from = dayOf(now);
  const until = dayOf(now + daysAhead * 86_400_000);
  const said = [...unproclaimed(regions, until.year), ...reckoned(regions, from, until)];
  return said.length === 0 ? good() : note([...said, mend].join(' '));
}

const mend = 'Enter what is announced in the calendars of the teams (on the desk), or take a newer version.';

const dayOf = (instant: Instant) =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO('UTC').toPlainDate();

function unproclaimed(regions: readonly string[], year: number): string[] {
  const unknown = regions.filter((region) => (officialUntil(region) ?? year) < year);
  if (unknown.length === 0) return [];
  const which = unknown.join(', ');
  return [
    `Part of the holidays of ${which} is proclaimed year by year, and for ${year} it is not known to this version.`,
  ];
}

function reckoned(regions: readonly string[], from: Temporal.PlainDate, until: Temporal.PlainDate): string[] {
  const years = [...new Set([from.year, until.year])];
  const isNear = (date: string) => date >= from.toString() && date <= until.toString();
  const feasts = regions.flatMap((region) =>
    years
      .flatMap((year) => reckonedByMoon(region, year))
      .filter(isNear)
      .map((date) => `${region} ${date}`),
  );
  if (feasts.length === 0) return [];
  return [`Feasts that begin when the moon is seen are reckoned, and may come a day off: ${feasts.join(', ')}.`];
}
