import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysOfCalendar } from '../days-of-calendar.ts';
import { officialDays } from '../official-days.ts';
import { nextMorning } from '../planning-day.ts';
import { isWorkingDay, officeHours } from '../work-time.ts';

const workTimeOf = (region: string) => ({ ...officeHours('Etc/UTC', '08:30'), ...daysOfCalendar(region, null) });

/** Weekdays of a year on which an office keeps a holiday, each with its name, as `Mon 02-08`. */
function freeWeekdays(region: string, year: number): string[] {
  const workTime = workTimeOf(region);
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  return Array.from({ length: first.daysInYear }, (_, days) => first.add({ days }))
    .filter((day) => day.dayOfWeek <= 5 && !isWorkingDay(day, workTime))
    .map((day) => `${day.toLocaleString('en-US', { weekday: 'short' })} ${day.toString().slice(5)}`);
}

const days = (text: string) => text.trim().split(/\s*,\s*/);

describe('an office keeps the holidays that a government published, and no other weekday', () => {
  test('India in 2026: those of Delhi, with the weekdays of the notice; 14 April came by a memorandum of its own', () => {
    expect(freeWeekdays('IN', 2026)).toEqual(
      days(`Mon 01-26, Wed 03-04, Thu 03-26, Tue 03-31, Fri 04-03, Tue 04-14, Fri 05-01, Wed 05-27, Fri 06-26, Wed 08-26,
        Fri 09-04, Fri 10-02, Tue 10-20, Tue 11-24, Fri 12-25`),
    );
  });

  test('India in 2027, with 14 April, which has yet to be declared', () => {
    expect(freeWeekdays('IN', 2027)).toEqual(
      days(`Tue 01-26, Wed 03-10, Tue 03-23, Fri 03-26, Wed 04-14, Thu 04-15, Mon 04-19, Mon 05-17, Thu 05-20, Wed 06-16,
        Wed 08-25, Fri 10-29`),
    );
  });

  test('Taiwan in 2027, by the office calendar', () => {
    expect(freeWeekdays('TW', 2027)).toEqual(
      days(`Fri 01-01, Thu 02-04, Fri 02-05, Mon 02-08, Tue 02-09, Wed 02-10, Mon 03-01, Mon 04-05, Tue 04-06, Fri 04-30,
        Wed 06-09, Wed 09-15, Tue 09-28, Mon 10-11, Mon 10-25, Fri 12-24, Fri 12-31`),
    );
  });

  test('Singapore in 2027, where two feasts come a day later than the list reckons', () => {
    expect(freeWeekdays('SG', 2027)).toEqual(
      days('Fri 01-01, Mon 02-08, Wed 03-10, Fri 03-26, Mon 05-17, Thu 05-20, Mon 08-09, Thu 10-28'),
    );
  });

  test('Indonesia in 2027, with the days of joint leave', () => {
    expect(freeWeekdays('ID', 2027)).toEqual(
      days(`Fri 01-01, Tue 01-05, Fri 02-05, Mon 03-08, Tue 03-09, Wed 03-10, Thu 03-11, Fri 03-12, Mon 03-15, Thu 03-25,
        Fri 03-26, Thu 05-06, Mon 05-17, Tue 05-18, Wed 05-19, Thu 05-20, Tue 06-01, Tue 08-17, Fri 12-24`),
    );
  });

  test('the Philippines in 2027, with the list’s own reckoning of Eid’l Fitr', () => {
    expect(freeWeekdays('PH', 2027)).toEqual(
      days(`Fri 01-01, Tue 03-09, Thu 03-25, Fri 03-26, Fri 04-09, Mon 08-30, Mon 11-01, Tue 11-02, Tue 11-30, Wed 12-08,
        Fri 12-24, Thu 12-30, Fri 12-31`),
    );
  });

  test('Thailand in 2027, by the Bank of Thailand', () => {
    expect(freeWeekdays('TH', 2027)).toEqual(
      days(`Fri 01-01, Mon 02-22, Tue 04-06, Tue 04-13, Wed 04-14, Thu 04-15, Mon 05-03, Tue 05-04, Thu 05-20, Thu 06-03,
        Mon 07-19, Wed 07-28, Thu 08-12, Wed 10-13, Mon 10-25, Mon 12-06, Fri 12-10, Fri 12-31`),
    );
  });

  test('Malaysia in 2027: the federal days, and 24 February, which some States keep', () => {
    expect(freeWeekdays('MY', 2027)).toEqual(
      days(`Fri 01-01, Mon 02-08, Wed 02-24, Wed 03-10, Thu 03-11, Mon 05-17, Thu 05-20, Mon 06-07, Tue 08-31, Thu 09-16,
        Thu 10-28`),
    );
  });

  test('Sri Lanka in 2027: those that the moon does not move; the list repeats the moon of 2026', () => {
    expect(freeWeekdays('LK', 2027)).toEqual(days('Fri 01-01, Fri 01-15, Thu 02-04, Fri 03-26, Tue 04-13, Wed 04-14'));
    expect(freeWeekdays('LK', 2026)).toContain('Wed 12-23');
  });

  test('Hong Kong in 2027, by the Government’s notice of 15 May 2026: its list needs no mend', () => {
    expect(freeWeekdays('HK', 2027)).toEqual(
      days(`Fri 01-01, Mon 02-08, Tue 02-09, Fri 03-26, Mon 03-29, Mon 04-05, Thu 05-13, Wed 06-09, Thu 07-01, Thu 09-16,
        Fri 10-01, Fri 10-08, Mon 12-27`),
    );
  });
});

/** Every day that a government proclaims free, with its country. */
const proclaimed = Object.entries(officialDays).flatMap(([region, official]) =>
  Object.values(official.proclaimed).flatMap(({ free, mistaken }) => free.map((date) => ({ region, date, mistaken }))),
);

test('whenever mail is planned, it comes on no day that a government proclaims free', () => {
  const nearby = fc.record({
    day: fc.constantFrom(...proclaimed),
    hoursBefore: fc.integer({ min: -24, max: 24 * 14 }),
  });
  fc.assert(
    fc.property(nearby, ({ day: { region, date }, hoursBefore }) => {
      const now = Date.parse(`${date}T08:30:00Z`) - hoursBefore * 3_600_000;
      expect(nextMorning(now, workTimeOf(region)).day.toString()).not.toBe(date);
    }),
    { numRuns: 1000 },
  );
});

test('no day is proclaimed twice, and none is both free and mistaken', () => {
  const named = proclaimed.map(({ region, date }) => `${region} ${date}`);
  expect(named).toEqual([...new Set(named)]);
  expect(proclaimed.filter(({ date, mistaken }) => mistaken.includes(date))).toEqual([]);
});

test.each(Object.entries(officialDays))('what is said of %s names where it was read', (_, { sources }) => {
  expect(sources.length).toBeGreaterThan(0);
});
