import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyDay, anyWorkTime } from '#testing/any-work-time.ts';
import { nextWorkingDay } from './calendar.ts';
import { daysToChooseFrom, readChosenTimes } from './choose-times.ts';
import { chosenTimesOf, minutesIn, withinChoice } from './chosen-times.ts';
import { officeHours } from './work-time.ts';

const office = officeHours('Europe/Berlin', '08:30');
const allDays = [1, 2, 3, 4, 5];
const read = (days: number[], from = '', until = '') => readChosenTimes({ days: new Set(days), from, until }, office);

test.each([
  [[2, 4], '', '', 'tue,thu', null],
  [allDays, '10:00', '16:00', null, '10:00-16:00'],
  [[1, 2, 3, 4], '10:00', '', 'mon,tue,wed,thu', '10:00-18:00'],
  [allDays, '', '12:00', null, '07:00-12:00'],
  [allDays, '22:00', '06:00', null, '22:00-06:00'],
  [allDays, '', '', null, null],
])('of days %j from "%s" until "%s", %s and %s are kept', (days, from, until, mail_days, mail_hours) => {
  expect(read(days, from, until)).toEqual({ ok: true, mail_days, mail_hours });
});

test.each([
  [[], '', '', 'no-day'],
  [[6, 7], '', '', 'no-working-day'],
  [allDays, '25:00', '', 'bad-hours'],
  [allDays, 'ten', '16:00', 'bad-hours'],
  [allDays, '22:00', '', 'bad-hours'],
  [allDays, '', '06:00', 'bad-hours'],
  [allDays, '10:00', '11:30', 'too-short'],
  [allDays, '17:00', '', 'too-short'],
])('days %j from "%s" until "%s" are refused: %s', (days, from, until, why) => {
  expect(read(days, from, until)).toEqual({ ok: false, why });
});

test('on shifts any day of the week may be chosen, and one on which the cycle never works is refused', () => {
  const cycle = (['day', 'day', 'off', 'off', 'off', 'off', 'off'] as const).slice();
  const shifts = { cycle, from: Temporal.PlainDate.from('2026-11-30') };
  expect(daysToChooseFrom({ ...office, shifts }).size).toBe(7);
  const typed = { days: new Set([3]), from: '', until: '' };
  expect(readChosenTimes(typed, { ...office, shifts })).toEqual({ ok: false, why: 'no-working-day' });
  expect(readChosenTimes(typed, { ...office, shifts: { ...shifts, cycle: cycle.slice(0, 6) } }).ok).toBe(true);
});

test('whatever is taken has a day that comes, and hours in which mail can', () => {
  const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 })).map((list) => new Set(list));
  const time = fc.oneof(fc.constant(''), fc.stringMatching(/^([01]\d|2[0-3]):[0-5]\d$/));
  fc.assert(
    fc.property(anyWorkTime, anyDay, fc.record({ days, from: time, until: time }), (house, on, typed) => {
      const kept = readChosenTimes(typed, house);
      if (!kept.ok) return;
      const chosen = chosenTimesOf(kept.mail_days, kept.mail_hours);
      const day = nextWorkingDay(on, withinChoice(house, chosen));
      expect(typed.days.has(day.dayOfWeek) || chosen.days === null).toBe(true);
      if (chosen.hours) expect(minutesIn(chosen.hours)).toBeGreaterThanOrEqual(120);
    }),
  );
});
