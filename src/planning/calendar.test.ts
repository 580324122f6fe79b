import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantOf, localDate, nextWorkingDay, planningDay, planningTimeHasCome } from './calendar.ts';

const zones = Intl.supportedValuesOf('timeZone');
const times = ['00:00', '00:30', '01:30', '02:30', '08:30', '15:30', '23:30'];

/** The local days from two before to two after each clock change of a zone, 2026 to 2030. */
function daysNearChanges(zone: string): Temporal.PlainDate[][] {
  const runs: Temporal.PlainDate[][] = [];
  let change = Temporal.ZonedDateTime.from(`2026-01-01T00:00[${zone}]`).getTimeZoneTransition('next');
  while (change && change.year <= 2030) {
    const day = change.toPlainDate();
    runs.push([-2, -1, 0, 1, 2].map((days) => day.add({ days })));
    change = change.getTimeZoneTransition('next');
  }
  return runs;
}

const runs = zones.flatMap((zone) => daysNearChanges(zone).map((days) => ({ zone, days })));

test('around every clock change of every zone, each day of mail lies after the one before', () => {
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

test('around every clock change of every zone, a morning mail falls on its own local day, so each day has exactly one', () => {
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

const instants = fc.integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2030-12-31T00:00:00Z') });

test('the planning day is never a weekend, never past, and no further than the next Monday', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), instants, (zone, now) => {
      const day = planningDay(now, zone);
      const ahead = localDate(now, zone).until(day, { largestUnit: 'days' }).days;
      expect(day.dayOfWeek).toBeLessThanOrEqual(5);
      expect(ahead).toBeGreaterThanOrEqual(0);
      expect(ahead).toBeLessThanOrEqual(3);
    }),
    { numRuns: 2000 },
  );
});

test('around every clock change of every zone, the planning day is never a weekend at any hour', () => {
  const broken = runs.flatMap(({ zone, days }) =>
    days.flatMap((day) =>
      ['00:30', '15:30', '16:30']
        .map((at) => instantOf(day, { zone, at }))
        .filter((now) => planningDay(now, zone).dayOfWeek > 5),
    ),
  );
  expect(broken).toEqual([]);
});

test('the planning time of a working day comes at its minute and not a moment before', () => {
  const days = fc
    .integer({ min: 0, max: 1800 })
    .map((add) => nextWorkingDay(Temporal.PlainDate.from('2026-01-01').add({ days: add })));
  fc.assert(
    fc.property(fc.constantFrom(...zones), days, (zone, day) => {
      const local = { zone, at: '08:30' };
      const due = instantOf(day, local);
      expect(planningTimeHasCome(due, local)).toBe(true);
      expect(planningTimeHasCome(due - 1, local)).toBe(false);
    }),
  );
});

test.each([
  ['Saturday morning', '2026-11-21T09:00:00Z', false],
  ['Monday at four, when the morning has lost its use', '2026-11-23T16:00:00Z', false],
  ['Monday just before four', '2026-11-23T15:59:00Z', true],
])('whether the planning time has come: %s', (_, at, come) => {
  expect(planningTimeHasCome(Date.parse(at), { zone: 'Etc/UTC', at: '08:30' })).toBe(come);
});

test('after four in the afternoon of a Friday the plan is for Monday', () => {
  expect(planningDay(Date.parse('2026-11-20T16:00:00Z'), 'Etc/UTC').toString()).toBe('2026-11-23');
});
