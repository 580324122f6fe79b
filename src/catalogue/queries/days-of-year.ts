/** A day of every year, `03-11`. */
export type MonthDay = string;

/** The months as pages have them in their addresses, in every language. */
export const monthSlugs = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

export type MonthSlug = (typeof monthSlugs)[number];

export function monthSlugOf(day: MonthDay): MonthSlug {
  return monthSlugs[Number(day.slice(0, 2)) - 1] ?? 'january';
}

/** Weeks of a month begin on these days in every year, whatever day of the week they are; the last has what is left. */
const weekStarts = [29, 22, 15, 8, 1];

/** The day on which a day's week begins: `12-01` for the first to the seventh of December. */
export function weekOf(day: MonthDay): MonthDay {
  const start = weekStarts.find((first) => first <= Number(day.slice(3))) ?? 1;
  return `${day.slice(0, 3)}${String(start).padStart(2, '0')}`;
}

const aDay = 86_400_000;

/**
 * The days of the year that come in the seven days from `today`, `2026-12-01`, with the year in which each comes. In a year without a 29 February what
 * fell on one is remembered on the 28th.
 */
export function comingDays(today: string): { day: MonthDay; year: number }[] {
  const start = Date.parse(`${today}T00:00:00Z`);
  return Array.from({ length: 7 }, (_, ahead) => new Date(start + ahead * aDay)).flatMap((date) => {
    const year = date.getUTCFullYear();
    const day = date.toISOString().slice(5, 10);
    return day === '02-28' && !hasLeapDay(year)
      ? [
          { day, year },
          { day: '02-29', year },
        ]
      : [{ day, year }];
  });
}

function hasLeapDay(year: number): boolean {
  return new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
}

/** Something dated to the day. */
type Dated = { on: string };

/** What fell in other years on the days to come from `today`, in the order in which they come, with the years since. */
export function inComingDays<Moment extends Dated>(
  moments: readonly Moment[],
  today: string,
): (Moment & { years: number })[] {
  return comingDays(today).flatMap(({ day, year }) =>
    moments
      .filter(({ on }) => on.slice(5) === day)
      .map((moment) => ({ ...moment, years: year - Number(moment.on.slice(0, 4)) }))
      .filter(({ years }) => years > 0),
  );
}

/** Of more than can be shown those with which something began, and then the oldest; in the order in which they came. */
export function foremost<Moment extends Dated & { began: boolean }>(
  moments: readonly Moment[],
  most: number,
): Moment[] {
  const chosen = new Set(
    moments.toSorted((a, b) => Number(b.began) - Number(a.began) || a.on.localeCompare(b.on)).slice(0, most),
  );
  return moments.filter((moment) => chosen.has(moment));
}
