import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aPlannedPerson, teamDays } from '#testing/a-planned-team.ts';
import { isAssignedTo } from './assigned-to.ts';
import { nextAssigned, reminderDays } from './next-assigned.ts';
import { leastGapDays } from './pace.ts';
import { planAddition, planTeamDay } from './plan-team-day.ts';
import type { PastNudge, PlannedAssignment } from './planner-types.ts';

const sent = (lessonId: string, on: string, answer: string | null = null): PastNudge => ({
  ...{ on, lessonId, answer },
  ...{ questionId: 'q', caseId: 'flood', kind: 'case', read: false },
});

function anAssignment(traits: Partial<PlannedAssignment> = {}): PlannedAssignment {
  return {
    ...{ id: 7, moduleId: 'module', lessonIds: ['a', 'b'], from: '2026-11-02', dueOn: '2026-12-04' },
    ...{ to: { kind: 'team' }, remindedOn: new Map() },
    ...traits,
  };
}

test('an assignment to roles or people is for nobody else', () => {
  const person = aPlannedPerson(1, { role: 'buyer' });
  expect(isAssignedTo(person, { kind: 'roles', roles: ['buyer'] })).toBe(true);
  expect(isAssignedTo(person, { kind: 'roles', roles: ['planner'] })).toBe(false);
  expect(isAssignedTo(person, { kind: 'people', personIds: new Set([1]) })).toBe(true);
  const others = anAssignment({ to: { kind: 'people', personIds: new Set([2]) } });
  expect(nextAssigned(person, [others], '2026-11-24')).toBeNull();
});

test('what was sent comes no more by itself; to whoever was reminded, what they left unanswered comes once more', () => {
  const person = aPlannedPerson(1, { past: [sent('a', '2026-11-03'), sent('b', '2026-11-10', 'x')] });
  expect(nextAssigned(person, [anAssignment()], '2026-11-24')).toBeNull();
  const reminded = anAssignment({ remindedOn: new Map([[1, '2026-11-23']]) });
  expect(nextAssigned(person, [reminded], '2026-11-24')).toEqual({ lessonId: 'a', assignmentId: 7, reminded: true });
  const again = { ...person, past: [...person.past, sent('a', '2026-11-24')] };
  expect(nextAssigned(again, [reminded], '2026-12-01')).toBeNull();
});

test('a reminder brings what waits past the due date too, for four weeks', () => {
  const person = aPlannedPerson(1);
  const reminded = anAssignment({ remindedOn: new Map([[1, '2026-12-10']]) });
  expect(nextAssigned(person, [reminded], '2026-12-09')).toBeNull();
  expect(nextAssigned(person, [reminded], '2026-12-10')).toMatchObject({ lessonId: 'a' });
  const over = Temporal.PlainDate.from('2026-12-10').add({ days: reminderDays }).toString();
  expect(nextAssigned(person, [reminded], over)).toBeNull();
});

test('no plan sends somebody what is assigned to others alone, nor anything before their pace lets it', () => {
  fc.assert(
    fc.property(teamDays, (day) => {
      for (const choice of planTeamDay(day)) {
        const person = day.team.people.find(({ id }) => id === choice.personId);
        if (!person) throw new RangeError('a choice for nobody');
        const assignment = day.team.assignments.find(({ id }) => id === choice.explanation.assignmentId);
        if (!assignment) continue;
        expect(isAssignedTo(person, assignment.to)).toBe(true);
        expect(assignment.lessonIds).toContain(choice.lessonId);
      }
    }),
  );
});

test('an addition to a day goes to nobody who has had mail within the shortest pace, and to nobody it is not for', () => {
  fc.assert(
    fc.property(teamDays, fc.integer({ min: 1, max: 4 }), (day, only) => {
      for (const choice of planAddition(day, ({ id }) => id === only)) {
        expect(choice.personId).toBe(only);
        expect(choice.localDate).toBe(day.on);
        const last = day.team.people.find(({ id }) => id === only)?.past.at(-1);
        const gap = last ? (Date.parse(day.on) - Date.parse(last.on)) / 86_400_000 : Number.POSITIVE_INFINITY;
        expect(gap).toBeGreaterThanOrEqual(leastGapDays['twice-a-week']);
      }
    }),
  );
});
