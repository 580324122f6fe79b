import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aPlannedPerson, aTeamDay } from '#testing/a-planned-team.ts';
import { nextWorkingDay } from './calendar/calendar.ts';
import { type Pace, paces } from './pace.ts';
import { planTeamDay } from './plan-team-day.ts';
import type { PastNudge, PlannedPerson } from './planner-types.ts';
import { ignoredInRow, paceNow } from './silence.ts';

const nudge = (on: string, heeded: boolean): PastNudge => ({
  on,
  lessonId: 'keep-stock',
  questionId: 'q',
  caseId: 'flood',
  kind: 'case',
  answer: heeded ? 'a' : null,
  read: false,
});
const after = (pace: Pace, heeded: readonly boolean[], paceChosenOn: string | null = null) =>
  paceNow({ pace, paceChosenOn, past: heeded.map((one, index) => nudge(`2026-10-0${index + 1}`, one)) });

test('two mails let lie make it a fortnight, three a month; one answer brings the chosen pace back', () => {
  expect(after('weekly', [false])).toBe('weekly');
  expect(after('weekly', [true, false, false])).toBe('fortnightly');
  expect(after('weekly', [true, false, false, false])).toBe('monthly');
  expect(after('weekly', [false, false, false, true])).toBe('weekly');
});

test('silence never makes mail come faster than somebody chose', () => {
  fc.assert(
    fc.property(fc.constantFrom(...paces), fc.array(fc.boolean(), { maxLength: 8 }), (pace, heeded) => {
      expect(paces.indexOf(after(pace, heeded))).toBeGreaterThanOrEqual(paces.indexOf(pace));
    }),
  );
});

test('who chooses a pace anew starts anew', () => {
  expect(after('weekly', [false, false, false], '2026-10-04')).toBe('weekly');
  expect(after('weekly', [false, false, false], '2026-10-02')).toBe('fortnightly');
});

test('a case that was read and not answered was not let lie', () => {
  expect(ignoredInRow([nudge('2026-10-01', false), { ...nudge('2026-10-08', false), read: true }])).toBe(0);
});

/** A person's mail of `weeks` weeks, planned day by day, none of it heeded. */
function mailOf(person: PlannedPerson, weeks: number): readonly PastNudge[] {
  let past = person.past;
  const start = Temporal.PlainDate.from('2026-01-05');
  let on = nextWorkingDay(start, person.workTime);
  while (Temporal.PlainDate.compare(on, start.add({ weeks })) < 0) {
    const now = on.toZonedDateTime('Etc/UTC').epochMilliseconds;
    const choices = planTeamDay(aTeamDay([{ ...person, past }], { on: on.toString(), now }));
    const sent = choices.map(({ localDate, lessonId, questionId, caseId, kind }) => {
      return { on: localDate, lessonId, questionId, caseId, kind, answer: null, read: false };
    });
    past = [...past, ...sent];
    on = nextWorkingDay(on.add({ days: 1 }), person.workTime);
  }
  return past;
}

test.each(paces)('whoever never answers gets eight mails in half a year at most, at a pace of %s', (pace) => {
  const mails = mailOf(aPlannedPerson(1, { pace }), 26);
  expect(mails.length).toBeGreaterThan(0);
  expect(mails.length).toBeLessThanOrEqual(8);
});

test('no lesson comes a third time to somebody who let it lie twice, and the second time it comes after a longer rest', () => {
  const mails = mailOf(aPlannedPerson(1), 52);
  for (const lesson of new Set(mails.map(({ lessonId }) => lessonId))) {
    const [first, second, third] = mails.filter(({ lessonId }) => lessonId === lesson);
    expect(third).toBeUndefined();
    if (first && second) expect(Temporal.PlainDate.from(first.on).until(second.on).days).toBeGreaterThanOrEqual(28);
  }
});
