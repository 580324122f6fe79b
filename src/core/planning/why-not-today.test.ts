import { expect, test } from 'vitest';
import { aDay, aMorning, aPlannedPerson } from '#testing/a-planned-team.ts';
import { officeHours } from './calendar/work-time.ts';
import type { PlannedAssignment, PlannedPerson } from './planner-types.ts';
import { whyNotToday } from './why-not-today.ts';

const today = { on: aDay, now: aMorning, assignments: [] };
const mailed = { lessonId: 'a', questionId: 'q', caseId: 'c', kind: 'case', answer: 'b', read: false } as const;
const assigned: PlannedAssignment = {
  ...{ id: 1, moduleId: 'm', lessonIds: ['a'], from: '2026-11-02', dueOn: '2026-12-31' },
  ...{ to: { kind: 'team' }, remindedOn: new Map() },
};

test.each<[string, Partial<PlannedPerson>, string]>([
  ['whoever has left', { leavesOn: '2026-11-23' }, 'left'],
  ['whoever paused', { pausedUntil: '2026-12-01' }, 'no-mail'],
  ['whoever unsubscribed', { unreachable: 'unsubscribed' }, 'no-mail'],
  ['an address that is refused', { unreachable: 'refused' }, 'address'],
  ['whoever had mail within their pace', { past: [{ ...mailed, on: '2026-11-20' }] }, 'had-mail'],
  ['whoever has their evening', { workTime: officeHours('Pacific/Auckland', '08:30') }, 'off-hours'],
  ['whoever gains less than others', {}, 'others-first'],
])('news does not reach %s today, and why is said', (_, traits, reason) => {
  expect(whyNotToday(aPlannedPerson(1, traits), true, today)).toBe(reason);
});

test('it is not for whom none of its lessons is, and what is assigned goes first', () => {
  expect(whyNotToday(aPlannedPerson(1), false, today)).toBe('not-about-them');
  expect(whyNotToday(aPlannedPerson(1), true, { ...today, assignments: [assigned] })).toBe('assigned-first');
});
