import federalHolidays from '@18f/us-federal-holidays';
import japaneseHolidays from '@holiday-jp/holiday_jp';
import { isHoliday as isKoreanHoliday } from '@hyunbinseo/holidays-kr';
import { isWorkday as isChineseWorkday } from 'chinese-days';
import { describe, expect, test } from 'vitest';
import { daysOfCalendar } from './days-of-calendar.ts';
import { officialUntil } from './official-days.ts';
import { isWorkingDay, officeHours } from './work-time.ts';

const works = (region: string, date: string) =>
  isWorkingDay(Temporal.PlainDate.from(date), { ...officeHours('Etc/UTC', '08:30'), ...daysOfCalendar(region, null) });

function datesOf(year: number): string[] {
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  return Array.from({ length: first.daysInYear }, (_, days) => first.add({ days }).toString());
}

const isWeekend = (date: string) => Temporal.PlainDate.from(date).dayOfWeek > 5;

/** Days of a year on which an office works and the other source says that it does not, or the reverse. */
async function differences(region: string, year: number, isFree: (date: string) => boolean | Promise<boolean>) {
  const wrong: string[] = [];
  for (const date of datesOf(year)) if (works(region, date) === (await isFree(date))) wrong.push(date);
  return wrong;
}

describe('an office works on the days on which official data say so', () => {
  test.each([2026, 2027])('in Korea in %i, by the government’s almanac', async (year) => {
    expect(await differences('KR', year, async (date) => isWeekend(date) || (await isKoreanHoliday(date)))).toEqual([]);
  });

  test('in China in 2026, by the State Council, with the weekends that are worked', async () => {
    expect(await differences('CN', 2026, (date) => !isChineseWorkday(date))).toEqual([]);
  });

  test.each([2026, 2027, 2028, 2029, 2030])('in the United States in %i, by the federal list', async (year) => {
    const free = [year, year + 1]
      .flatMap((of) => federalHolidays.allForYear(of, { shiftSaturdayHolidays: true, shiftSundayHolidays: true }))
      .map(({ dateString }) => Temporal.PlainDate.from(padded(dateString)).toString());
    const isFree = (date: string) => isWeekend(date) || free.includes(date);
    expect(await differences('US', year, isFree)).toEqual([]);
  });

  test.each([2026, 2027])(
    'in Japan in %i, by the Cabinet Office’s days and the year’s end of public offices',
    async (year) => {
      const isYearsEnd = (date: string) => /-12-(29|30|31)$|-01-0[123]$/.test(date);
      const isFree = (date: string) =>
        isWeekend(date) || isYearsEnd(date) || japaneseHolidays.isHoliday(new Date(`${date}T00:00:00Z`));
      expect(await differences('JP', year, isFree)).toEqual([]);
    },
  );
});

const padded = (date: string) =>
  date
    .split('-')
    .map((part) => part.padStart(2, '0'))
    .join('-');

test.each([
  ['TW', '2026-12-25', 'Constitution Day, by the Act of 2025'],
  ['TW', '2027-02-04', 'the day before New Year’s Eve'],
  ['TW', '2027-04-06', 'Children’s Day, a Sunday, whose Monday is Tomb Sweeping Day'],
  ['TW', '2027-04-30', 'the Friday for Labour Day, a Saturday'],
  ['TW', '2027-09-28', 'Confucius’ Birthday'],
  ['TW', '2027-12-24', 'the Friday for Constitution Day, a Saturday'],
  ['TW', '2026-10-09', 'the Friday for National Day, a Saturday'],
  ['TH', '2026-12-07', 'the Monday for Father’s Day, a Saturday'],
  ['TH', '2027-02-22', 'the Monday for Makha Bucha, a Sunday'],
  ['TH', '2027-05-20', 'Visakha Bucha'],
  ['TH', '2029-01-02', 'the Tuesday for New Year’s Eve of 2028, a Sunday'],
  ['VN', '2026-04-27', 'the Monday for Hung Kings’ Day, a Sunday'],
  ['VN', '2026-09-01', 'the second day of National Day'],
  ['VN', '2026-11-24', 'Vietnam Culture Day'],
  ['VN', '2027-02-11', 'the last day in lieu of a weekend in Tết'],
  ['MX', '2030-10-01', 'the change of government, by the reform of 2024'],
  ['KR', '2028-04-12', 'an election day'],
  ['AE', '2026-12-03', 'the second day of National Day'],
  ['HU', '2026-12-24', 'a day of rest for which 12 December is worked'],
  ['RU', '2026-12-31', 'a weekend day of January given back'],
  ['SK', '2027-09-15', 'a holiday again, after one year'],
  ['JP', '2026-12-31', 'the year’s end'],
  ['JP', '2027-03-22', 'the day in lieu of the equinox, a Sunday'],
])('nobody works in %s on %s: %s', (region, date) => {
  expect(works(region, date)).toBe(false);
});

test.each([
  ['CN', '2026-06-01', 'a holiday of children alone'],
  ['CN', '2026-10-10', 'a Saturday worked for the long holiday before'],
  ['MX', '2030-12-02', 'the Monday after the old day of a change of government'],
  ['AE', '2027-02-08', 'the first of Ramadan'],
  ['HU', '2026-12-12', 'a Saturday worked for Christmas Eve'],
  ['RU', '2027-02-20', 'a Saturday worked for the Monday after'],
  ['SK', '2026-09-15', 'a holiday that was worked for one year'],
  ['TW', '2026-12-24', 'the day before a holiday'],
  ['TH', '2027-04-16', 'the day after Songkran in midweek'],
])('people work in %s on %s: %s', (region, date) => {
  expect(works(region, date)).toBe(true);
});

test('in Taiwan in 2026 an office is closed on 120 days, as the Executive Yuan counted', () => {
  expect(datesOf(2026).filter((date) => !works('TW', date))).toHaveLength(120);
});

test('of a region whose days are proclaimed year by year it is known until when they are', () => {
  expect(officialUntil('CN')).toBe(2026);
  expect(officialUntil('IN-KA')).toBe(2027);
  expect(officialUntil('DE-BY')).toBeNull();
});
