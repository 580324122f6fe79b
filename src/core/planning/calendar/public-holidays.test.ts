import Holidays from 'date-holidays';
import { expect, test } from 'vitest';
import { publicHolidays, reckonedByMoon } from './public-holidays.ts';

const of = (region: string, year: number) => [...publicHolidays(region, year, year)].sort();

test('the holidays of Japan in 2026 with the day in stead of a Sunday (6 May) the one between two others (22 September), and the year’s end', () => {
  expect(of('JP', 2026)).toEqual([
    '2026-01-01',
    '2026-01-02',
    '2026-01-03',
    '2026-01-12',
    '2026-02-11',
    '2026-02-23',
    '2026-03-20',
    '2026-04-29',
    '2026-05-03',
    '2026-05-04',
    '2026-05-05',
    '2026-05-06',
    '2026-07-20',
    '2026-08-11',
    '2026-09-21',
    '2026-09-22',
    '2026-09-23',
    '2026-10-12',
    '2026-11-03',
    '2026-11-23',
    '2026-12-29',
    '2026-12-30',
    '2026-12-31',
  ]);
});

test.each([
  ['NL', '2026-04-27', 'King’s Day'],
  ['NL', '2027-03-28', 'Easter Sunday, an hour short because the clocks change'],
  ['US', '2026-11-26', 'Thanksgiving'],
  ['US', '2026-07-03', 'the Friday in stead of Saturday 4 July'],
  ['US', '2027-12-31', 'New Year’s Day of 2028, a Saturday, on the Friday before'],
  ['IN', '2026-01-26', 'Republic Day'],
  ['IN', '2026-08-15', 'Independence Day'],
  ['DE-BY', '2026-06-04', 'Corpus Christi in Bavaria'],
  ['GB', '2027-08-30', 'the last Monday in August, which all but Scotland keep'],
  ['KR', '2026-02-16', 'the day before Korean New Year'],
  ['KR', '2026-02-18', 'the day after Korean New Year'],
  ['SA', '2026-05-27', 'the second of the days of Eid al-Adha'],
])('a holiday of %s: %s, %s', (region, date) => {
  expect(of(region, Number(date.slice(0, 4)))).toContain(date);
});

test.each([
  ['DE', '2026-06-04', 'Corpus Christi, kept in some states only'],
  ['GB-SCT', '2027-08-30', 'no holiday in Scotland, which keeps the first Monday of the month'],
  ['NL', '2026-05-05', 'Liberation Day, a working day in most years'],
  ['KR', '2026-02-19', 'the day after the three of Korean New Year'],
  ['TR', '2026-03-23', 'the day after Eid, which ends in an afternoon'],
  ['CN', '2027-05-04', 'an afternoon for the young'],
])('no holiday of %s: %s, %s', (region, date) => {
  expect(of(region, Number(date.slice(0, 4)))).not.toContain(date);
});

test('a holiday that began in December goes on in January, and a year holds only its own dates', () => {
  expect(of('SZ', 2027).slice(0, 2)).toEqual(['2027-01-01', '2027-01-02']);
  expect([...publicHolidays('SZ', 2026, 2028)].sort()).toEqual([
    ...of('SZ', 2026),
    ...of('SZ', 2027),
    ...of('SZ', 2028),
  ]);
});

test('in every country, 2026 to 2030, a public holiday of a day or more begins at midnight', () => {
  const late = Object.keys(new Holidays().getCountries()).flatMap((country) => {
    const list = new Holidays(country);
    return [2026, 2027, 2028, 2029, 2030]
      .flatMap((year) => list.getHolidays(year))
      .filter(
        ({ type, date, start, end }) => type === 'public' && !date.includes(' 00:00:00') && +end - +start >= 86_400_000,
      )
      .map(({ date }) => `${country} ${date}`);
  });
  expect(late).toEqual([]);
});

test.each([
  ['SA', ['2027-03-09', '2027-05-15']],
  ['PH', ['2027-03-09', '2027-05-16']],
  ['SG', []],
  ['IN', []],
  ['DE', []],
])('feasts of %s whose moon nobody has proclaimed for 2027: %j', (region, dates) => {
  expect(reckonedByMoon(region, 2027)).toEqual(dates);
});
