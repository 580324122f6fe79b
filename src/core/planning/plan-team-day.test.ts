import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import {
  aMorning,
  anExposure,
  aPlannableLesson,
  aPlannedPerson,
  aPlannedTeam,
  aTeamDay,
  teamDays,
  threeLessons,
} from '#testing/a-planned-team.ts';
import { localDaysBetween } from './calendar/calendar.ts';
import { forecastTeam } from './forecast.ts';
import { nextAssigned } from './next-assigned.ts';
import { leastGapDays } from './pace.ts';
import { planTeamDay, pricePerMail, type TeamDay } from './plan-team-day.ts';

/** To everybody, and nobody was reminded. */
const toTeam = { to: { kind: 'team' }, remindedOn: new Map<number, string>() } as const;

const personOf = ({ team }: TeamDay, id: number) => {
  const person = team.people.find((entry) => entry.id === id);
  if (!person) throw new RangeError(`no person ${id}`);
  return person;
};

/** Checks a rule on every choice of every drawn morning. */
function always(rule: (day: TeamDay, choices: ReturnType<typeof planTeamDay>) => void): void {
  fc.assert(
    fc.property(teamDays, (day) => {
      rule(day, planTeamDay(day));
    }),
    { numRuns: 600 },
  );
}

test('the same morning gives the same choices', () => {
  always((day, choices) => expect(planTeamDay(structuredClone(day))).toEqual(choices));
});

test('nobody gets two nudges on one day', () => {
  always((_, choices) => expect(new Set(choices.map((choice) => choice.personId)).size).toBe(choices.length));
});

test('nobody gets mail during a pause, its last day included', () => {
  always((day, choices) => {
    for (const { personId } of choices) {
      const { pausedUntil } = personOf(day, personId);
      expect(pausedUntil === null || pausedUntil < day.on).toBe(true);
    }
  });
});

test('nobody gets mail whom none can reach', () => {
  always((day, choices) => {
    for (const { personId } of choices) expect(personOf(day, personId).unreachable).toBe(null);
  });
});

test('nobody gets mail sooner than their pace allows', () => {
  always((day, choices) => {
    for (const { personId } of choices) {
      const { past, pace } = personOf(day, personId);
      const last = past.at(-1);
      if (last) expect(localDaysBetween(last.on, day.on)).toBeGreaterThanOrEqual(leastGapDays[pace]);
    }
  });
});

test('a person is asked no question of a lesson again before all of its questions came once', () => {
  always((day, choices) => {
    for (const { personId, lessonId, questionId } of choices) {
      const asked = new Set(personOf(day, personId).past.map((nudge) => nudge.questionId));
      const questions = threeLessons.find((lesson) => lesson.id === lessonId)?.questions ?? [];
      if (asked.has(questionId)) expect(questions.filter((question) => !asked.has(question.id))).toEqual([]);
    }
  });
});

test('two people of a team never get the same story on one morning, unless a trainer assigned it', () => {
  always((_, choices) => {
    const stories = choices
      .filter((choice) => choice.kind === 'case' && choice.explanation.assignmentId === null)
      .map((choice) => choice.caseId);
    expect(new Set(stories).size).toBe(stories.length);
  });
});

test('nothing is sent that is not worth an e-mail, unless a trainer assigned it', () => {
  always((_, choices) => {
    for (const { explanation } of choices)
      if (explanation.assignmentId === null) expect(explanation.gain).toBeGreaterThanOrEqual(pricePerMail);
  });
});

test('a lesson that somebody called not relevant comes to them only when assigned', () => {
  always((day, choices) => {
    for (const { personId, lessonId, explanation } of choices)
      if (personOf(day, personId).notRelevant.includes(lessonId)) expect(explanation.assignmentId).not.toBeNull();
  });
});

test('whoever has an assigned lesson to come gets that one, and while one waits nobody gets a lesson of the planner’s choosing', () => {
  always((day, choices) => {
    const waiting = (id: number) => nextAssigned(personOf(day, id), day.team.assignments, day.on) !== null;
    const chosen = choices.filter((choice) => choice.explanation.assignmentId === null);
    for (const { personId } of chosen) expect(waiting(personId)).toBe(false);
  });
});

test('no mail is due before it is planned', () => {
  always((day, choices) => {
    for (const choice of choices) expect(choice.dueAt).toBeGreaterThanOrEqual(day.now);
  });
});

test('over weeks without an answer, everybody keeps their pace and no question repeats early', () => {
  const weeks = teamDays.filter((day) => day.team.people.length > 0);
  fc.assert(
    fc.property(weeks, (day) => {
      const choices = forecastTeam(day, '2027-02-26');
      for (const person of day.team.people) {
        const dates = choices.filter((choice) => choice.personId === person.id).map((choice) => choice.localDate);
        for (const [index, on] of dates.slice(1).entries())
          expect(localDaysBetween(dates[index] ?? '', on)).toBeGreaterThanOrEqual(leastGapDays[person.pace]);
      }
    }),
    { numRuns: 15 },
  );
});

test('a new team starts with the story of a case, whose own question it asks', () => {
  const [choice] = planTeamDay(aTeamDay([aPlannedPerson(1), aPlannedPerson(2)]));
  expect(choice?.kind).toBe('case');
  expect(choice?.questionId).toContain(`/${choice?.caseId}/`);
});

test('a team that remembers everything gets nothing', () => {
  const memory = new Map(
    threeLessons.map((lesson) => [lesson.id, { stability: 5000, difficulty: 5, metAt: aMorning - 30 * dayMs }]),
  );
  expect(planTeamDay(aTeamDay([1, 2, 3, 4].map((id) => aPlannedPerson(id, { memory }))))).toEqual([]);
});

test('a team whom no case concerns gets nothing', () => {
  const stranger = aPlannedPerson(1, { role: 'hr' });
  const team = aPlannedTeam([stranger], { exposure: anExposure([], { sector: null }) });
  expect(planTeamDay(aTeamDay([], { team }))).toEqual([]);
});

test('an assigned lesson goes before one that would gain more', () => {
  const dull = aPlannableLesson('dull', ['fire'], { stake: 1 });
  const assignments = [
    { id: 7, moduleId: 'module', lessonIds: ['dull'], from: '2026-11-24', dueOn: '2026-12-31', ...toTeam },
  ];
  const team = aPlannedTeam([aPlannedPerson(1)], { assignments });
  const [choice] = planTeamDay(aTeamDay([], { team, lessons: [...threeLessons, dull] }));
  expect(choice).toMatchObject({ lessonId: 'dull', explanation: { assignmentId: 7 } });
});

test('a module is sent in its own order, and the module due sooner goes first', () => {
  const module = (id: number, dueOn: string, lessonIds: string[]) => ({
    id,
    moduleId: `module-${id}`,
    lessonIds,
    ...toTeam,
    from: '2026-11-24',
    dueOn,
  });
  const team = aPlannedTeam([aPlannedPerson(1)], {
    assignments: [
      module(1, '2027-03-31', ['second-source']),
      module(2, '2026-12-31', ['know-your-maker', 'keep-stock']),
    ],
  });
  const sent = forecastTeam(aTeamDay([], { team }), '2026-12-11').map((choice) => choice.lessonId);
  expect(sent).toEqual(['know-your-maker', 'keep-stock', 'second-source']);
});

test('when every lesson is told by the same story, one person a morning gets it', () => {
  const lessons = ['keep-stock', 'know-your-maker', 'second-source'].map((id) => aPlannableLesson(id, ['fire']));
  const people = [1, 2, 3, 4, 5, 6, 7, 8].map((id) => aPlannedPerson(id, { pace: 'twice-a-week' }));
  const mornings = (assigned: string[]) => {
    const assignments = [
      { id: 7, moduleId: 'module', lessonIds: assigned, from: '2026-11-24', dueOn: '2026-12-31', ...toTeam },
    ];
    return planTeamDay(
      aTeamDay([], { lessons, team: aPlannedTeam(people, { assignments: assigned.length > 0 ? assignments : [] }) }),
    );
  };
  expect(mornings([])).toHaveLength(1);
  expect(mornings(['keep-stock']).length, 'a trainer may have all of them read it').toBeGreaterThan(1);
});
