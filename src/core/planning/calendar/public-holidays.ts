import Holidays, { type HolidaysTypes } from 'date-holidays';
import { officialDays } from './official-days.ts';
import { knownRegion } from './region.ts';
import type { Days } from './work-time.ts';

/** Local dates, as 2026-11-23. */
type Dates = ReadonlySet<string>;

/** One reading of a country's rules takes a millisecond, one year of them up to five. */
const rules = new Map<string, Holidays>();
const years = new Map<string, Dates>();

/**
 * Whole public holidays of a region (a code that `knownRegion` has let through) in the years `from` to `to`, both included, with the days
 * given in their stead. Afternoons are left out: the mail comes in the morning. What the list has wrong, and what a government proclaims for
 * one year, is mended by official-days.ts; of a year after `officialUntil` it is not known.
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
  const { free = [], mistaken = [] } = proclaimedIn(region, year) ?? {};
  const listed = list.filter((holiday) => holiday.type === 'public').flatMap(wholeDays);
  const dates = new Set([...listed.filter((date) => !mistaken.includes(date)), ...free]);
  years.set(key, dates);
  return dates;
}

/**
 * Codes of a whole country that mean its largest part. Of the United Kingdom the list keeps what all parts share, and so not the last Monday
 * of August, which all but Scotland keep (Banking and Financial Dealings Act 1971, schedule 1).
 */
const largestPart: Readonly<Record<string, string>> = { GB: 'GB-ENG' };

function rulesOf(region: string): Holidays {
  const known = rules.get(region);
  if (known) return known;
  const [country = '', state = '', part = ''] = (largestPart[region] ?? region).split('-');
  const list = new Holidays(country, state, part);
  const official = officialDays[country];
  for (const rule of official?.withdrawn ?? []) list.unsetRule(rule);
  for (const { rule, name } of official?.rules ?? []) list.setHoliday(rule, name);
  rules.set(region, list);
  return list;
}

/** The local dates a holiday covers from midnight to midnight. It may be an hour short where it holds a clock change; Turkey's end in an afternoon. */
function wholeDays({ date, start, end }: HolidaysTypes.Holiday): string[] {
  const hours = (end.getTime() - start.getTime()) / 3_600_000;
  const first = Temporal.PlainDate.from(date.slice(0, 10));
  return Array.from({ length: Math.floor((hours + 1) / 24) }, (_, days) => first.add({ days }).toString());
}

function proclaimedIn(region: string, year: number) {
  return officialDays[region.split('-')[0] ?? '']?.proclaimed[`${year}`];
}

/** The public holidays of a region in whatever year is asked about; none without a region, or with one that the list no longer knows. */
export function freeDaysOf(region: string | null): Days {
  if (region === null || !knownRegion(region).ok) return new Set();
  return {
    has: (date) => {
      const year = Number(date.slice(0, 4));
      return publicHolidays(region, year, year).has(date);
    },
  };
}

/** Months of the Islamic calendar, as the list’s rules name them; each begins when its moon is seen. */
const lunarMonth = /\b(Muharram|Safar|Rabi|Jumada|Rajab|Shaban|Ramadan|Shawwal|Dhu)\b/;

/** First days of a region’s feasts in a year that begin when the moon is seen, and that nobody has proclaimed: the list reckons them, and may be a day off. */
export function reckonedByMoon(region: string, year: number): string[] {
  const { free = [], mistaken = [] } = proclaimedIn(region, year) ?? {};
  return rulesOf(region)
    .getHolidays(year)
    .filter(({ type, rule }) => type === 'public' && lunarMonth.test(rule))
    .map(({ date }) => date.slice(0, 10))
    .filter((date) => !free.includes(date) && !mistaken.includes(date));
}

/** Weekend days on which a government has the country work in lieu of a long holiday. */
export function workedDaysOf(region: string | null): Days {
  if (region === null) return new Set();
  return { has: (date) => proclaimedIn(region, Number(date.slice(0, 4)))?.worked.includes(date) ?? false };
}
