import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aWorkTime } from '#testing/a-planned-team.ts';
import {
  type AssignedPerson,
  assignmentStandings,
  countStandings,
  lastDayInTime,
  lessonsThatCount,
  standingOf,
} from './assignment-standing.ts';
import { officeHours } from './calendar/work-time.ts';
import { mayBeReminded, reminderGapDays } from './reminder.ts';

const lessons = ['a', 'b', 'c'];

function aPerson(traits: Partial<AssignedPerson> = {}): AssignedPerson {
  return { workTime: aWorkTime, leavesOn: null, getsMail: true, sent: new Set(), answered: new Set(), ...traits };
}

/** Friday, 4 December 2026. */
const dueOn = '2026-12-04';

const onDay = (today: string, traits: Partial<AssignedPerson> = {}) =>
  standingOf(aPerson(traits), lessons, { dueOn, today });

test('whoever has answered every lesson has done it, however late', () => {
  expect(onDay('2027-01-01', { answered: new Set(lessons) })).toBe('done');
});

test('somebody is late from the day after the due date on, in days of their own', () => {
  expect(onDay('2026-12-04')).toBe('on-the-way');
  expect(onDay('2026-12-05')).toBe('late');
});

test('where the due date is no working day of theirs, the next one is still in time', () => {
  const saturday = { dueOn: '2026-12-05', today: '2026-12-07' };
  expect(standingOf(aPerson(), lessons, saturday)).toBe('on-the-way');
  expect(standingOf(aPerson(), lessons, { ...saturday, today: '2026-12-08' })).toBe('late');
  const free = { ...officeHours('Asia/Tokyo', '08:30'), freeDays: new Set(['2026-12-07']) };
  expect(lastDayInTime('2026-12-05', free)).toBe('2026-12-08');
});

test('whoever gets no mail is not late by their own doing, and whoever left is neither', () => {
  expect(onDay('2026-12-10', { getsMail: false })).toBe('away');
  expect(onDay('2026-12-10', { leavesOn: '2026-12-09' })).toBe('left');
  expect(onDay('2026-12-10', { leavesOn: '2026-12-10' })).toBe('late');
});

test('a lesson that the library lost counts only for whoever had answered it', () => {
  const left = new Set(['a', 'b']);
  expect(lessonsThatCount(lessons, left, new Set())).toEqual(['a', 'b']);
  expect(lessonsThatCount(lessons, left, new Set(['c']))).toEqual(lessons);
});

const someLessons = fc.subarray(['a', 'b', 'c', 'd', 'e']).map((ids) => new Set(ids));

test('whatever left the library and whoever left the team, nobody answers more than there is, and done means all of it', () => {
  const standing = fc.record({
    standing: fc.constantFrom(...assignmentStandings),
    assigned: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e')),
    sendable: someLessons,
    sent: someLessons,
    answered: someLessons,
  });
  fc.assert(
    fc.property(fc.array(standing), fc.constantFrom('2026-12-01', '2026-12-20'), (drawn, today) => {
      const all = drawn.map(({ assigned, sendable, sent, answered, ...rest }) => {
        const counting = lessonsThatCount(assigned, sendable, answered);
        const told =
          rest.standing === 'left' ? 'left' : standingOf(aPerson({ sent, answered }), counting, { dueOn, today });
        return { standing: told, lessons: counting, sent, answered };
      });
      const counted = countStandings(all);
      expect(counted.answered).toBeLessThanOrEqual(counted.total);
      expect(counted.sent).toBeLessThanOrEqual(counted.total);
      expect(counted.done + counted.late).toBeLessThanOrEqual(counted.people);
      expect(counted.people).toBe(all.filter((one) => one.standing !== 'left').length);
      if (counted.done === counted.people) expect(counted.answered).toBe(counted.total);
    }),
  );
});

test('nobody is reminded who has done it, gets no mail, waits for nothing, or was reminded this week', () => {
  const waits = { standing: 'late', waiting: 1, neverCame: 0, remindedOn: null } as const;
  const today = '2026-12-20';
  expect(mayBeReminded(waits, today)).toBe(true);
  for (const standing of ['done', 'away', 'left'] as const)
    expect(mayBeReminded({ ...waits, standing }, today)).toBe(false);
  expect(mayBeReminded({ ...waits, waiting: 0 }, today)).toBe(false);
  expect(mayBeReminded({ ...waits, waiting: 0, neverCame: 1 }, today)).toBe(true);
  expect(mayBeReminded({ ...waits, standing: 'on-the-way', waiting: 0, neverCame: 1 }, today)).toBe(false);
  const daysAgo = (days: number) => Temporal.PlainDate.from(today).subtract({ days }).toString();
  expect(mayBeReminded({ ...waits, remindedOn: daysAgo(reminderGapDays - 1) }, today)).toBe(false);
  expect(mayBeReminded({ ...waits, remindedOn: daysAgo(reminderGapDays) }, today)).toBe(true);
});
