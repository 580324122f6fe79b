import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { anyDay, anyWorkTime } from '#testing/any-work-time.ts';
import { changeDays, daysAround, everyZone } from '#testing/clock-changes.ts';
import { localDate, localDaysBetween, nextWorkingDay } from './calendar.ts';
import { mailInstant, mailWindow } from './mail-window.ts';
import { parseShiftPattern, shiftOn } from './shift-pattern.ts';
import { officeHours, type WorkTime } from './work-time.ts';
import { instantAt, wallAt } from './zone-clock.ts';

const hour = 3_600_000;
const utc = (day: string, workTime: WorkTime) =>
  new Date(mailInstant(Temporal.PlainDate.from(day), workTime)).toISOString();
const without = (workTime: WorkTime): WorkTime => ({ ...workTime, quiet: { from: '00:00', to: '00:00' } });
const everyDay = (zone: string, at: string): WorkTime => ({
  ...without(officeHours(zone, at)),
  week: new Set([1, 2, 3, 4, 5, 6, 7]),
});
const nights = (workTime: WorkTime): WorkTime => ({
  ...workTime,
  shifts: { cycle: ['night'], from: Temporal.PlainDate.from('2026-01-01') },
});

/** The local time at an instant, in hours since the midnight that began `day`, as the clocks on the wall count them. */
function wallHours(instant: number, day: Temporal.PlainDate, zone: string): number {
  return day.toPlainDateTime().until(wallAt(instant, zone)).total('hours');
}

const times = ['00:00', '00:30', '01:30', '02:30', '08:30', '15:30', '23:00', '23:30', '23:59'];

describe('around every clock change of every zone, 2026 to 2030', () => {
  /** Five days of mail, for day shifts and for night shifts, at many times of the day. */
  const runs = everyZone.flatMap((zone) =>
    changeDays(zone).flatMap((change) => {
      const days = daysAround(change, 2, 2);
      return times
        .flatMap((at) => [everyDay(zone, at), nights(everyDay(zone, at))])
        .map((workTime) => ({ workTime, days, instants: days.map((day) => mailInstant(day, workTime)) }));
    }),
  );
  type Run = (typeof runs)[number];
  const onDays = runs.filter(({ workTime }) => !workTime.shifts);
  const onNights = runs.filter(({ workTime }) => workTime.shifts);
  const broken = (some: Run[], rule: (instant: number, day: Temporal.PlainDate, zone: string) => boolean) =>
    some.flatMap(({ workTime: { zone, at }, days, instants }) =>
      days.flatMap((day, index) => (rule(instants[index] ?? 0, day, zone) ? [] : [`${zone} ${at} ${day}`])),
    );

  it('mail comes on its own local day, so that every day has exactly one', () => {
    expect(onDays.length).toBeGreaterThan(10_000);
    expect(broken(onDays, (instant, day, zone) => localDate(instant, zone).equals(day))).toEqual([]);
  });

  it('mail of a night shift comes from noon of the day on which it starts to noon of the next', () => {
    const fromNoonToNoon = (instant: number, day: Temporal.PlainDate, zone: string) => {
      const hours = wallHours(instant, day, zone);
      return 12 <= hours && hours < 36;
    };
    expect(onNights.length).toBe(onDays.length);
    expect(broken(onNights, fromNoonToNoon)).toEqual([]);
  });

  it('each day’s mail comes after that of the day before', () => {
    const disordered = runs.filter(({ instants }) =>
      instants.some((instant, index) => index > 0 && instant <= (instants[index - 1] ?? 0)),
    );
    expect(disordered.map(({ workTime, days }) => `${workTime.zone} ${workTime.at} ${days[0]}`)).toEqual([]);
  });

  it('a week is seven local days, whatever hours it has', () => {
    const lengths = new Set<number>();
    const weeks = everyZone.flatMap((zone) =>
      changeDays(zone).map((change) => {
        const workTime = officeHours(zone, '08:30');
        const first = nextWorkingDay(change.subtract({ days: 6 }), workTime);
        const [from, to] = [first, first.add({ days: 7 })].map((day) => mailInstant(day, workTime));
        lengths.add(((to ?? 0) - (from ?? 0)) / hour);
        return localDaysBetween(localDate(from ?? 0, zone).toString(), localDate(to ?? 0, zone).toString());
      }),
    );
    expect([...new Set(weeks)]).toEqual([7]);
    expect([...lengths].sort()).toEqual([166, 167, 167.5, 168.5, 169, 170]);
  });
});

describe('any zone, day, time, quiet hours and shifts', () => {
  it('nothing may leave in the quiet hours, which are twelve hours later on night shifts', () => {
    fc.assert(
      fc.property(
        anyWorkTime,
        anyDay,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (any, day, share) => {
          const { from, until } = mailWindow(day, any);
          const begins = Temporal.PlainTime.from(any.quiet.from).since(Temporal.PlainTime.from('00:00')).total('hours');
          const ends = Temporal.PlainTime.from(any.quiet.to).since(Temporal.PlainTime.from('00:00')).total('hours');
          const turned = any.shifts && shiftOn(day, any.shifts) === 'night' ? 12 : 0;
          const hours = wallHours(from + Math.floor(share * (until - from)), day, any.zone) - turned;
          // A clock set back shows up to an hour of what was before it once more.
          expect(hours).toBeGreaterThanOrEqual(ends - 1);
          expect(hours).toBeLessThan(begins || 24);
          expect(wallHours(from, day, any.zone) - turned).toBeGreaterThanOrEqual(ends);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('mail comes at its time, unless that is quiet or skipped', () => {
    fc.assert(
      fc.property(anyWorkTime, anyDay, (any, day) => {
        const { at, quiet } = any;
        fc.pre(quiet.to <= at && (at < quiet.from || quiet.from === '00:00'));
        const turned = any.shifts && shiftOn(day, any.shifts) === 'night' ? 12 : 0;
        const wished = day.toPlainDateTime(Temporal.PlainTime.from(at)).add({ hours: turned });
        const opens = day.toPlainDateTime(Temporal.PlainTime.from(quiet.to)).add({ hours: turned });
        // Nor may the clock skip the end of the quiet hours, which then moves later, past a wished time just after it.
        for (const wall of [wished, opens]) fc.pre(wallAt(instantAt(wall, any.zone), any.zone).equals(wall));
        expect(wallHours(mailInstant(day, any), day, any.zone)).toBeCloseTo(
          day.toPlainDateTime().until(wished).total('hours'),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('mail is worth something for a while, and until the end of the morning mail when that is open', () => {
    fc.assert(
      fc.property(anyWorkTime, anyDay, (any, day) => {
        const { from, until } = mailWindow(day, any);
        expect(until).toBeGreaterThan(from);
        expect(until - from).toBeLessThanOrEqual(26 * hour);
      }),
    );
  });

  it('walking from working day to working day skips none, doubles none and goes forward in time', () => {
    fc.assert(
      fc.property(anyWorkTime, anyDay, (any, start) => {
        const span = daysAround(start, 0, 60);
        const worked = span.filter((day) => nextWorkingDay(day, any).equals(day));
        const walked: Temporal.PlainDate[] = [];
        const end = start.add({ days: 60 });
        for (
          let day = nextWorkingDay(start, any);
          Temporal.PlainDate.compare(day, end) <= 0;
          day = nextWorkingDay(day.add({ days: 1 }), any)
        )
          walked.push(day);
        expect(walked.map(String)).toEqual(worked.map(String));
        const instants = walked.map((day) => mailInstant(day, any));
        expect(instants).toEqual([...new Set(instants)].sort((a, b) => a - b));
      }),
      { numRuns: 200 },
    );
  });
});

describe('the moment of a mail', () => {
  const berlin = (at: string) => without(officeHours('Europe/Berlin', at));

  it('moves later when the clock skips it, and is the first when it comes twice', () => {
    expect(utc('2026-03-29', berlin('02:30'))).toBe('2026-03-29T01:30:00.000Z');
    expect(utc('2026-10-25', berlin('02:30'))).toBe('2026-10-25T00:30:00.000Z');
  });

  it('is the beginning of the open hours when the wished time is quiet, before them or after', () => {
    const at = (time: string) => utc('2026-11-23', officeHours('Etc/UTC', time));
    expect(at('06:59')).toBe('2026-11-23T07:00:00.000Z');
    expect(at('17:59')).toBe('2026-11-23T17:59:00.000Z');
    expect(at('18:00')).toBe('2026-11-23T07:00:00.000Z');
  });

  it('does not slip into the next day where a zone skips the last hour of one, as Nuuk does in spring', () => {
    expect(utc('2026-03-28', everyDay('America/Nuuk', '23:30'))).toBe('2026-03-28T02:00:00.000Z');
    expect(utc('2026-03-29', everyDay('America/Nuuk', '23:30'))).toBe('2026-03-30T00:30:00.000Z');
  });

  it('is twelve hours later on a night shift, quiet hours and all', () => {
    const parsed = parseShiftPattern('DN-@2026-11-23');
    if (!parsed.ok) throw new Error(parsed.wrong);
    const onShift = { ...officeHours('Etc/UTC', '08:30'), shifts: parsed.pattern };
    expect(utc('2026-11-23', onShift)).toBe('2026-11-23T08:30:00.000Z');
    expect(utc('2026-11-24', onShift)).toBe('2026-11-24T20:30:00.000Z');
    expect(utc('2026-11-24', { ...onShift, at: '13:00' })).toBe('2026-11-25T01:00:00.000Z');
    expect(utc('2026-11-24', { ...onShift, at: '05:00' })).toBe('2026-11-24T19:00:00.000Z');
  });
});

test.each([
  ['08:30', '16:00'],
  ['13:59', '16:00'],
  ['14:30', '16:30'],
  ['17:30', '18:00'],
])('mail of %s is of no more use at %s', (at, end) => {
  const { until } = mailWindow(Temporal.PlainDate.from('2026-11-23'), officeHours('Etc/UTC', at));
  expect(new Date(until).toISOString()).toBe(`2026-11-23T${end}:00.000Z`);
});
