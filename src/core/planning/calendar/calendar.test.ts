import { expect, test } from 'vitest';
import { changeDays, daysAround, everyZone } from '#testing/clock-changes.ts';
import { instantOf, localDate, nextWorkingDay } from './calendar.ts';
import { officeHours } from './work-time.ts';

const times = ['00:00', '00:30', '01:30', '02:30', '08:30', '15:30', '23:30'];

/** The local days from two before to two after each clock change of a zone, 2026 to 2030. */
const runs = everyZone.flatMap((zone) => changeDays(zone).map((change) => ({ zone, days: daysAround(change, 2, 2) })));

test('around every clock change of every zone, each time of day lies after the same time of the day before', () => {
  const broken = runs.flatMap(({ zone, days }) =>
    times.flatMap((at) => {
      const instants = days.map((day) => instantOf(day, { zone, at }));
      return instants.every((instant, index) => index === 0 || instant > (instants[index - 1] ?? 0))
        ? []
        : [`${zone} ${at} ${days[0]}`];
    }),
  );
  expect(runs.length).toBeGreaterThan(500);
  expect(broken).toEqual([]);
});

test('around every clock change of every zone, half past eight falls on its own local day', () => {
  const broken = runs.flatMap(({ zone, days }) =>
    days
      .filter((day) => !localDate(instantOf(day, { zone, at: '08:30' }), zone).equals(day))
      .map((day) => `${zone} ${day}`),
  );
  expect(broken).toEqual([]);
});

test('a time the clock skips moves later, and one that comes twice is taken the first time', () => {
  const at = '02:30';
  const zone = 'Europe/Berlin';
  expect(new Date(instantOf(Temporal.PlainDate.from('2026-03-29'), { zone, at })).toISOString()).toBe(
    '2026-03-29T01:30:00.000Z',
  );
  expect(new Date(instantOf(Temporal.PlainDate.from('2026-10-25'), { zone, at })).toISOString()).toBe(
    '2026-10-25T00:30:00.000Z',
  );
});

test('after a Friday comes Monday, unless the day itself is worked', () => {
  const saturday = Temporal.PlainDate.from('2026-11-28');
  expect(nextWorkingDay(saturday, officeHours('Asia/Tokyo', '08:30')).toString()).toBe('2026-11-30');
  expect(nextWorkingDay(saturday.subtract({ days: 1 }), officeHours('Asia/Tokyo', '08:30')).toString()).toBe(
    '2026-11-27',
  );
});
