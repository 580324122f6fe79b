import fc from 'fast-check';
import {
  type ChosenHours,
  type ChosenTimes,
  leastHours,
  minutesIn,
  nothingChosen,
} from '#core/planning/calendar/chosen-times.ts';
import type { QuietHours } from '#core/planning/calendar/quiet-hours.ts';
import type { Shift, ShiftPattern } from '#core/planning/calendar/shift-pattern.ts';
import type { WorkTime } from '#core/planning/calendar/work-time.ts';
import { everyZone } from './clock-changes.ts';

/** A day of 2026 to 2030. */
export const anyDay: fc.Arbitrary<Temporal.PlainDate> = fc
  .integer({ min: 0, max: 1825 })
  .map((days) => Temporal.PlainDate.from('2026-01-01').add({ days }));

const timeBetween = (min: number, max: number): fc.Arbitrary<string> =>
  fc.integer({ min, max }).map((minutes) => Temporal.PlainTime.from('00:00').add({ minutes }).toString().slice(0, 5));

/** The longest and the shortest nights are one minute of hundreds; one in five of each end is set on them. */
export const anyQuietHours: fc.Arbitrary<QuietHours> = fc.record({
  from: fc.oneof(
    { weight: 8, arbitrary: timeBetween(13 * 60, 24 * 60) },
    { weight: 2, arbitrary: fc.constantFrom('00:00', '13:00') },
  ),
  to: fc.oneof(
    { weight: 8, arbitrary: timeBetween(0, 12 * 60) },
    { weight: 2, arbitrary: fc.constantFrom('00:00', '12:00') },
  ),
});

const aShift = fc.constantFrom<Shift>('day', 'night', 'off');

export const anyShiftPattern: fc.Arbitrary<ShiftPattern> = fc.record({
  cycle: fc.array(aShift, { minLength: 1, maxLength: 28 }).filter((cycle) => cycle.some((shift) => shift !== 'off')),
  from: anyDay,
});

const someDays = fc.uniqueArray(anyDay, { maxLength: 40 }).map((days) => new Set(days.map(String)));

/** Any zone, mail time, week, quiet hours, free, worked and closed days; half of them on shifts. */
export const anyWorkTime: fc.Arbitrary<WorkTime> = fc.record({
  zone: fc.constantFrom(...everyZone),
  at: timeBetween(0, 24 * 60 - 1),
  week: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }).map((days) => new Set(days)),
  shifts: fc.option(anyShiftPattern, { freq: 1 }),
  quiet: anyQuietHours,
  freeDays: someDays,
  workedDays: someDays,
  closedDays: someDays,
  chosen: fc.constant(nothingChosen),
});

const someDaysOfWeek = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }).map((days) => new Set(days));

/** Hours of a day or of a night, as long as the page asks for at least. */
const anyHours: fc.Arbitrary<ChosenHours> = fc
  .record({ from: timeBetween(0, 24 * 60 - 1), until: timeBetween(0, 24 * 60 - 1) })
  .filter((hours) => minutesIn(hours) >= leastHours * 60);

/** Any days and hours that somebody may choose, days, hours or both. */
export const anyChoice: fc.Arbitrary<ChosenTimes> = fc.record({
  days: fc.option(someDaysOfWeek, { freq: 4 }),
  hours: fc.option(anyHours, { freq: 4 }),
});
