import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { anyWorkTime } from '#testing/any-work-time.ts';
import { changeDays, daysAround } from '#testing/clock-changes.ts';
import { nextWorkingDay } from './calendar.ts';
import { mailInstant, mailWindow } from './mail-window.ts';
import { morningFor, planningDay, planningTimeHasCome } from './planning-day.ts';
import type { Shift } from './shift-pattern.ts';
import { isWorkingDay, officeHours, type WorkTime } from './work-time.ts';
import { instantAt, wallAt } from './zone-clock.ts';

const minute = 60_000;

const notorious = [
  'Europe/Amsterdam',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Tokyo',
  'Africa/Cairo',
  'America/Asuncion',
  'Pacific/Apia',
  'Asia/Tehran',
  'Africa/Casablanca',
  'Antarctica/Troll',
  'America/Nuuk',
  'America/Havana',
  'Asia/Beirut',
];

const sevenDays = new Set([1, 2, 3, 4, 5, 6, 7]);
const rostered = (zone: string, at: string, cycle: Shift[]): WorkTime => ({
  ...officeHours(zone, at),
  shifts: { cycle, from: Temporal.PlainDate.from('2026-01-05') },
});

/** Asks at every tick from noon before the first day to noon after the last, as the scheduler does, and notes each stretch of yes by the day it is for. */
function stretchesOfYes(days: Temporal.PlainDate[], workTime: WorkTime, tick: number): string[] {
  const noonOf = (day: Temporal.PlainDate) => instantAt(day.toPlainDateTime('12:00'), workTime.zone);
  const first = days[0] ?? Temporal.PlainDate.from('2026-01-05');
  const stretches: string[] = [];
  let open: string | null = null;
  for (let now = noonOf(first.subtract({ days: 1 })); now < noonOf(first.add({ days: days.length })); now += tick) {
    const day = planningTimeHasCome(now, workTime) ? planningDay(now, workTime).toString() : null;
    if (day !== null && day !== open) stretches.push(day);
    open = day;
  }
  return stretches;
}

/** The clock changes of two years; a zone without any has an end of February and a turn of the year. */
const daysToTick = (zone: string) => {
  const changes = changeDays(zone).filter((day) => day.year <= 2027);
  return changes.length > 0 ? changes : [Temporal.PlainDate.from('2028-02-29'), Temporal.PlainDate.from('2027-01-01')];
};

describe.each(notorious)('a app that ticks through the clock changes of %s', (zone) => {
  const ticking = (workTime: WorkTime, tick = 5 * minute) =>
    daysToTick(zone).map((change) => {
      const days = daysAround(change, 1, 0);
      const worked = days.filter((day) => isWorkingDay(day, workTime)).map(String);
      return {
        worked,
        yes: stretchesOfYes(days, workTime, tick).filter((day) => days.some((one) => one.toString() === day)),
      };
    });

  it('finds the morning of every working day once', () => {
    const mornings = ticking(officeHours(zone, '08:30'));
    expect(mornings.map(({ yes }) => yes)).toEqual(mornings.map(({ worked }) => worked));
  });

  it.each(['02:30', '23:30'])('finds mail of %s once on every day of a week without weekend', (at) => {
    const quiet = { from: '00:00', to: '00:00' };
    const mails = ticking({ ...officeHours(zone, at), week: sevenDays, quiet });
    expect(mails.map(({ yes }) => yes)).toEqual(mails.map(({ worked }) => worked));
    expect(new Set(mails.map(({ worked }) => worked.length))).toEqual(new Set([2]));
  });

  it('finds every night shift once', () => {
    const nights = ticking(rostered(zone, '14:30', ['night']));
    expect(nights.map(({ yes }) => yes)).toEqual(nights.map(({ worked }) => worked));
  });
});

test('a app that ticks every minute finds each day once as well', () => {
  const workTime = officeHours('Europe/Amsterdam', '08:30');
  const days = daysAround(Temporal.PlainDate.from('2026-03-29'), 3, 1);
  expect(stretchesOfYes(days, workTime, minute)).toEqual([
    '2026-03-25',
    '2026-03-26',
    '2026-03-27',
    '2026-03-30',
    '2026-03-31',
  ]);
});

const instants = fc.integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2030-12-31T00:00:00Z') });

test('the planning day is the first working day whose mail can still go', () => {
  fc.assert(
    fc.property(anyWorkTime, instants, (any, now) => {
      const day = planningDay(now, any);
      const local = wallAt(now, any.zone).toPlainDate();
      const missed = daysAround(local, 3, 0).filter(
        (one) => Temporal.PlainDate.compare(one, day) < 0 && isWorkingDay(one, any),
      );
      expect(isWorkingDay(day, any)).toBe(true);
      expect(mailWindow(day, any).until).toBeGreaterThan(now);
      expect(missed.filter((one) => mailWindow(one, any).until > now)).toEqual([]);
      expect(planningTimeHasCome(now, any)).toBe(mailInstant(day, any) <= now);
    }),
    { numRuns: 1000 },
  );
});

test('the planning time comes at the very moment of the mail, and the day’s use ends with its window', () => {
  fc.assert(
    fc.property(anyWorkTime, instants, (any, now) => {
      const day = planningDay(now, any);
      const { from, until } = mailWindow(day, any);
      const before = mailWindow(planningDay(from - 1, any), any);
      expect(planningTimeHasCome(from, any)).toBe(true);
      expect(planningTimeHasCome(from - 1, any)).toBe(before.from < from);
      expect(planningDay(until, any).equals(nextWorkingDay(day.add({ days: 1 }), any))).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('nobody is written to on a free day, in quiet hours or before the plan', () => {
  fc.assert(
    fc.property(anyWorkTime, instants, fc.integer({ min: -1, max: 2 }), (any, now, ahead) => {
      const on = Temporal.Instant.fromEpochMilliseconds(now)
        .toZonedDateTimeISO('Etc/UTC')
        .toPlainDate()
        .add({ days: ahead });
      const { day, dueAt } = morningFor(on, now, any);
      const { from, until } = mailWindow(day, any);
      expect(isWorkingDay(day, any)).toBe(true);
      expect(Temporal.PlainDate.compare(day, on)).toBeGreaterThanOrEqual(0);
      expect(dueAt).toBe(Math.max(from, now));
      expect(dueAt).toBeLessThan(until);
    }),
    { numRuns: 1000 },
  );
});

describe('the morning of somebody far from their team', () => {
  const tuesday = Temporal.PlainDate.from('2026-11-24');
  /** 07:30 in New York, 21:30 in Tokyo, 13:30 in Amsterdam. */
  const newYorkPlans = Date.parse('2026-11-24T12:30:00Z');
  const morning = (workTime: WorkTime, on = tuesday, now = newYorkPlans) => {
    const { day, dueAt } = morningFor(on, now, workTime);
    return `${day} ${new Date(dueAt).toISOString()}`;
  };

  it('is the team’s own day where it is still to come', () => {
    expect(morning(officeHours('America/New_York', '08:30'))).toBe('2026-11-24 2026-11-24T13:30:00.000Z');
  });

  it('is at once where the morning has passed and the day is still worth it', () => {
    expect(morning(officeHours('Europe/Amsterdam', '08:30'))).toBe('2026-11-24 2026-11-24T12:30:00.000Z');
  });

  it('is the next working morning where it is evening already', () => {
    expect(morning(officeHours('Asia/Tokyo', '08:30'))).toBe('2026-11-25 2026-11-24T23:30:00.000Z');
  });

  it('is the day after a holiday of theirs', () => {
    const freeDays = new Set(['2026-11-24', '2026-11-25']);
    expect(morning({ ...officeHours('Asia/Tokyo', '08:30'), freeDays })).toBe('2026-11-26 2026-11-25T23:30:00.000Z');
  });

  it('is the evening in which their night shift starts', () => {
    expect(morning(rostered('Europe/Amsterdam', '08:30', ['night']))).toBe('2026-11-24 2026-11-24T19:30:00.000Z');
  });
});

test('mail that is wished for after four in the afternoon has a planning time too', () => {
  const late = officeHours('Etc/UTC', '16:30');
  expect(planningTimeHasCome(Date.parse('2026-11-23T16:30:00Z'), late)).toBe(true);
  expect(planningTimeHasCome(Date.parse('2026-11-23T16:29:59Z'), late)).toBe(false);
});

test('after midnight a night shift’s mail is still that of the day before', () => {
  const nights = rostered('Etc/UTC', '08:30', ['night']);
  expect(planningDay(Date.parse('2026-11-24T03:59:00Z'), nights).toString()).toBe('2026-11-23');
  expect(planningDay(Date.parse('2026-11-24T04:00:00Z'), nights).toString()).toBe('2026-11-24');
});
