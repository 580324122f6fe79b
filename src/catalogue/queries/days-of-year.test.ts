import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comingDays, foremost, inComingDays, monthSlugOf, weekOf } from './days-of-year.ts';

const today = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2100-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const daysOfLeapYear = Array.from({ length: 366 }, (_, at) =>
  new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(5, 10),
);

const week = (from: string) => comingDays(from).map(({ day }) => day);

test('the week from 28 December ends in the next year', () => {
  expect(comingDays('2026-12-28').map(({ day, year }) => `${year}-${day}`)).toEqual([
    '2026-12-28',
    '2026-12-29',
    '2026-12-30',
    '2026-12-31',
    '2027-01-01',
    '2027-01-02',
    '2027-01-03',
  ]);
});

test('29 February comes with the 28th in a year that has none, and once in a year that has one', () => {
  expect(week('2026-02-26')).toEqual(['02-26', '02-27', '02-28', '02-29', '03-01', '03-02', '03-03', '03-04']);
  expect(week('2028-02-26')).toEqual(['02-26', '02-27', '02-28', '02-29', '03-01', '03-02', '03-03']);
  expect(week('2100-02-27')).toContain('02-29');
});

test('whoever looks in every seventh day of a year meets every day of the year, leap years or not', () => {
  fc.assert(
    fc.property(today, (from) => {
      const met = new Set<string>();
      for (let at = 0; at < 53; at += 1) {
        const looked = new Date(Date.parse(`${from}T00:00:00Z`) + at * 7 * 86_400_000);
        for (const day of week(looked.toISOString().slice(0, 10))) met.add(day);
      }
      expect(daysOfLeapYear.filter((day) => !met.has(day))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('a week has seven days of the calendar, each day of the year at most once, from today on', () => {
  fc.assert(
    fc.property(today, (from) => {
      const days = week(from);
      expect(new Set(days).size).toBe(days.length);
      expect(days[0]).toBe(from.slice(5));
      expect(days.filter((day) => day !== '02-29' || days.length === 7)).toHaveLength(7);
    }),
  );
});

test('every day of the year lies in one week of its month, of at most seven days', () => {
  const weeks = Map.groupBy(daysOfLeapYear, weekOf);
  for (const [start, days] of weeks) {
    expect(days.length).toBeLessThanOrEqual(7);
    expect(days[0]).toBe(start);
    expect(new Set(days.map(monthSlugOf)).size).toBe(1);
  }
  expect(weekOf('12-01')).toBe('12-01');
  expect(weekOf('12-31')).toBe('12-29');
});

const moment = (on: string, began = false) => ({ on, began });

test('what fell in other years on the days to come is told in their order, with the years since', () => {
  const moments = [moment('2011-01-02'), moment('1997-12-30'), moment('2020-12-27'), moment('2026-12-30')];
  expect(inComingDays(moments, '2026-12-28').map(({ on, years }) => [on, years])).toEqual([
    ['1997-12-30', 29],
    ['2011-01-02', 16],
  ]);
});

test('what happened this year is no anniversary', () => {
  fc.assert(
    fc.property(today, (from) => {
      expect(inComingDays([moment(from)], from)).toEqual([]);
      const since = inComingDays([moment(`1990${from.slice(4)}`)], from).map(({ years }) => years);
      expect(since).toEqual(from.startsWith('1990') ? [] : [Number(from.slice(0, 4)) - 1990]);
    }),
  );
});

test('of more than there is room for, beginnings stay before the rest and the old before the new', () => {
  const moments = [moment('2020-12-01'), moment('2001-12-02'), moment('2019-12-03', true)];
  expect(foremost(moments, 2).map(({ on }) => on)).toEqual(['2001-12-02', '2019-12-03']);
  expect(foremost(moments, 9)).toEqual(moments);
});
