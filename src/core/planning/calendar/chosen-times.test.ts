import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { anyChoice, anyDay, anyWorkTime } from '#testing/any-work-time.ts';
import { changeDays, daysAround, everyZone } from '#testing/clock-changes.ts';
import { nextWorkingDay } from './calendar.ts';
import {
  type ChosenHours,
  chosenTimesOf,
  daysAsText,
  minutesIn,
  runsOverMidnight,
  withinChoice,
} from './chosen-times.ts';
import { mailWindow } from './mail-window.ts';
import { morningFor, nextMorning } from './planning-day.ts';
import { isWorkingDay, officeHours, type WorkTime } from './work-time.ts';
import { wallAt } from './zone-clock.ts';

const office = officeHours('Europe/Berlin', '08:30');
const day = (text: string) => Temporal.PlainDate.from(text);
const choose = (days: string | null, hours: string | null): WorkTime =>
  withinChoice(office, chosenTimesOf(days, hours));
const opens = (workTime: WorkTime, on: string) =>
  wallAt(mailWindow(day(on), workTime).from, workTime.zone)
    .toString()
    .slice(0, 16);
const dayMs = 86_400_000;

/** The local day, hours since its midnight, at which mail ready at `now` leaves; nights count on past 24. */
function leaving(now: number, workTime: WorkTime): { on: Temporal.PlainDate; hours: number; at: number } {
  const { day: on, dueAt } = nextMorning(now, workTime);
  return { on, hours: on.toPlainDateTime().until(wallAt(dueAt, workTime.zone)).total('hours'), at: dueAt };
}

test.each([
  ['tue,thu', null, '2026-12-01', '2026-12-01T08:30'],
  [null, '10:00-16:00', '2026-12-01', '2026-12-01T10:00'],
  [null, '07:00-12:00', '2026-12-01', '2026-12-01T08:30'],
  [null, '22:00-06:00', '2026-12-01', '2026-12-01T22:00'],
  [null, '19:00-22:00', '2026-12-01', '2026-12-01T19:00'],
])('of %s and %s, mail of %s comes at %s', (days, hours, on, from) => {
  expect(opens(choose(days, hours), on)).toBe(from);
});

test('whoever chose no Fridays gets nothing on one, nor on a Saturday that is worked in lieu', () => {
  const workTime = { ...choose('mon,tue,wed,thu', null), workedDays: new Set(['2026-12-05']) };
  expect(isWorkingDay(day('2026-12-04'), workTime)).toBe(false);
  expect(isWorkingDay(day('2026-12-05'), workTime)).toBe(false);
  expect(nextWorkingDay(day('2026-12-04'), workTime).toString()).toBe('2026-12-07');
});

test('a holiday and a day that the firm is closed stay free, though they fall on a chosen day', () => {
  const workTime = { ...choose('fri', null), freeDays: new Set(['2026-12-25']), closedDays: new Set(['2027-01-01']) };
  expect(nextWorkingDay(day('2026-12-19'), workTime).toString()).toBe('2027-01-08');
});

test('mail of a chosen night may still leave after midnight, and is of the day on which the night began', () => {
  const nights = choose('tue', '23:00-05:00');
  const { on, at } = leaving(Date.parse('2026-12-01T23:30:00Z'), nights);
  expect([on.toString(), at]).toEqual(['2026-12-01', Date.parse('2026-12-01T23:30:00Z')]);
});

test('where the house works on none of the chosen days any more, mail comes on those days all the same', () => {
  const moved = withinChoice({ ...office, week: new Set([7, 1, 2, 3, 4]) }, chosenTimesOf('fri,sat', null));
  expect(nextWorkingDay(day('2026-12-06'), moved).toString()).toBe('2026-12-11');
  const shifts = {
    cycle: [...'DD-----'].map((letter) => (letter === 'D' ? 'day' : 'off')),
    from: day('2026-11-30'),
  } as const;
  const onShifts = withinChoice({ ...office, shifts }, chosenTimesOf('wed', null));
  expect(nextWorkingDay(day('2026-12-01'), onShifts).toString()).toBe('2026-12-02');
});

test('days go into the store and come back as they were', () => {
  fc.assert(
    fc.property(anyChoice, ({ days, hours }) => {
      const kept = chosenTimesOf(days && daysAsText(days), hours && `${hours.from}-${hours.until}`);
      expect([...(kept.days ?? [])].sort()).toEqual([...(days ?? [])].sort());
      expect(kept.hours).toEqual(hours);
    }),
  );
});

describe('any zone, week, shifts, holidays and choice', () => {
  const anyMoment = fc.tuple(anyDay, fc.integer({ min: 0, max: dayMs - 1 })).map(([on, ms]) => {
    return Date.parse(`${on}T00:00:00Z`) + ms;
  });

  it('mail leaves on a chosen day and in chosen hours alone', () => {
    fc.assert(
      fc.property(anyWorkTime, anyChoice, anyMoment, (house, chosen, now) => {
        const { on, hours, at } = leaving(now, withinChoice(house, chosen));
        expect(at).toBeGreaterThanOrEqual(now);
        if (chosen.days) expect(chosen.days.has(on.dayOfWeek)).toBe(true);
        expect(house.closedDays.has(on.toString())).toBe(false);
        if (chosen.hours) expectWithin(chosen.hours, hours);
      }),
      { numRuns: 2000 },
    );
  });

  it('mail that was made to wait goes when its turn has come, and is not put off again', () => {
    fc.assert(
      fc.property(anyWorkTime, anyChoice, anyMoment, (house, chosen, now) => {
        const workTime = withinChoice(house, chosen);
        const first = leaving(now, workTime);
        const { from, until } = mailWindow(first.on, workTime);
        // A clock change of two hours, as in Antarctica, may swallow hours that last two; then it goes on their next day.
        expect(leaving(first.at, workTime).at === first.at || from >= until).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('a team’s plans come by each of their days: the plan before it reaches it', () => {
    fc.assert(
      fc.property(anyWorkTime, anyChoice, anyDay, (team, chosen, start) => {
        const reader = withinChoice(team, chosen);
        const theirs = nextWorkingDay(start.add({ days: 14 }), reader);
        const plans: Temporal.PlainDate[] = [nextWorkingDay(start, team)];
        while (Temporal.PlainDate.compare(plans.at(-1) ?? start, theirs) <= 0)
          plans.push(nextWorkingDay((plans.at(-1) ?? start).add({ days: 1 }), team));
        const reached = plans.slice(0, -1).some((on, index) => {
          const next = plans[index + 1] ?? on;
          const morning = morningFor(on, mailWindow(on, team).from - 3_600_000, reader).day;
          return Temporal.PlainDate.compare(morning, next) <= 0;
        });
        expect(reached).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

test('around every clock change, mail of chosen hours comes within them, and a day’s after that of the day before', () => {
  const broken = everyZone.flatMap((zone) =>
    changeDays(zone).flatMap((change) =>
      ['00:30-04:00', '10:00-16:00', '22:00-06:00', '23:30-02:30'].flatMap((hours) => {
        const workTime = withinChoice(
          { ...officeHours(zone, '08:30'), week: new Set([1, 2, 3, 4, 5, 6, 7]) },
          chosenTimesOf(null, hours),
        );
        const windows = daysAround(change, 2, 2)
          .filter((on) => isWorkingDay(on, workTime))
          .map((on) => ({ on, ...mailWindow(on, workTime) }));
        const span = chosenTimesOf(null, hours).hours;
        return windows.flatMap(({ on, from, until }, index) => {
          const isLater = index === 0 || from > (windows[index - 1]?.from ?? 0);
          const wall = wallAt(from, zone).toPlainTime().toString().slice(0, 5);
          return isLater && from < until && span && isIn(span, wall) ? [] : [`${zone} ${on} ${hours}`];
        });
      }),
    ),
  );
  expect(broken).toEqual([]);
});

function isIn(hours: ChosenHours, wall: string): boolean {
  const isAfter = wall >= hours.from;
  return runsOverMidnight(hours) ? isAfter || wall < hours.until : isAfter && wall < hours.until;
}

function expectWithin(hours: ChosenHours, leaves: number): void {
  const begins = Temporal.PlainTime.from(hours.from).since(Temporal.PlainTime.from('00:00')).total('hours');
  // A clock set back shows up to two hours of what was before once more; one set forward moves a beginning that it skips.
  expect(leaves).toBeGreaterThanOrEqual(begins - 2);
  expect(leaves).toBeLessThanOrEqual(begins + minutesIn(hours) / 60 + 2);
}
