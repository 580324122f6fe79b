import Holidays, { type HolidaysTypes } from 'date-holidays';
import { knownRegion } from './region.ts';
import type { FreeDays } from './work-time.ts';

/** Local dates, as 2026-11-23. */
type Dates = ReadonlySet<string>;

/** One reading of a country's rules takes a millisecond, one year of them up to five. */
const rules = new Map<string, Holidays>();
const years = new Map<string, Dates>();

/** The list starts Korea's New Year holiday, the day itself with the one before and the one after, a day late (3.37). */
const mended = { country: 'KR', rule: 'korean 01-0-01 P3D', by: '1 day before korean 01-0-01 P3D', name: 'Seollal' };

/**
 * Whole public holidays of a region (a code that `knownRegion` has let through) in the years `from` to `to`, both included, with the days
 * given in their stead. Afternoons are left out: the mail comes in the morning. The list does not know the working weekends that China
 * gives for its long holidays, nor what a government proclaims from year to year.
 */
export function publicHolidays(region: string, from: number, to: number): Dates {
  // A holiday that begins in December may last into January.
  const dates = yearsFrom(from - 1, to).flatMap((year) => [...holidaysBegunIn(region, year)]);
  return new Set(dates.filter((date) => `${from}` <= date && date < `${to + 1}`));
}

function yearsFrom(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function holidaysBegunIn(region: string, year: number): Dates {
  const key = `${region} ${year}`;
  const known = years.get(key);
  if (known) return known;
  const list = rulesOf(region).getHolidays(year);
  const dates = new Set(list.filter((holiday) => holiday.type === 'public').flatMap(wholeDays));
  years.set(key, dates);
  return dates;
}

function rulesOf(region: string): Holidays {
  const known = rules.get(region);
  if (known) return known;
  const [country = '', state = '', part = ''] = region.split('-');
  const list = new Holidays(country, state, part);
  if (country === mended.country && list.unsetRule(mended.rule)) list.setHoliday(mended.by, mended.name);
  rules.set(region, list);
  return list;
}

/** The local dates a holiday covers from midnight to midnight. It may be an hour short where it holds a clock change; Turkey's end in an afternoon. */
function wholeDays({ date, start, end }: HolidaysTypes.Holiday): string[] {
  const hours = (end.getTime() - start.getTime()) / 3_600_000;
  const first = Temporal.PlainDate.from(date.slice(0, 10));
  return Array.from({ length: Math.floor((hours + 1) / 24) }, (_, days) => first.add({ days }).toString());
}

/** The public holidays of a region in whatever year is asked about; none without a region, or with one that the list no longer knows. */
export function freeDaysOf(region: string | null): FreeDays {
  if (region === null || !knownRegion(region).ok) return new Set();
  return {
    has: (date) => {
      const year = Number(date.slice(0, 4));
      return publicHolidays(region, year, year).has(date);
    },
  };
}
