import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayMs, type Memory } from '#core/memory/forgetting-curve.ts';
import { usualModel } from '#core/memory/memory-model.ts';
import { usualPractice } from '#core/memory/practice.ts';
import { afterAnswer } from '#core/memory/recollection.ts';
import type { Candidate } from '#core/planning/candidates.ts';
import { everyoneShare, horizonDays } from '#core/planning/need.ts';
import { TeamBoard } from '#core/planning/team-board.ts';
import { aPlannableLesson, aPlannedPerson, aPlannedTeam } from '#testing/a-planned-team.ts';
import { crisisWeeks } from './bound/alike-people.ts';
import { armsInScope } from './choice.ts';
import { History } from './history.ts';
import { organisationOf } from './organisation.ts';
import { rolesAndWeights } from './organisations.ts';
import { Planner } from './planner.ts';
import { TeamNeeds } from './team-needs.ts';

const organisation = organisationOf({ ...rolesAndWeights, teams: 1 }, 3);
const { people, lessons, weight, livedAgo } = organisation;
const now = Date.parse('2026-11-23T08:30:00Z');
const thisWeek = 30;
const at = (week: number) => now + (week - thisWeek) * 7 * dayMs;
const lessonOf = (arm: number) => `lesson-${arm % lessons}`;

const answers = fc.array(
  fc.record({
    arm: fc.nat({ max: people * lessons - 1 }),
    week: fc.integer({ min: 0, max: 29 }),
    right: fc.boolean(),
  }),
  { maxLength: 60 },
);

type Answer = { arm: number; week: number; right: boolean };

/** The crises people lived through, as both the simulator and a log would have them, then the drawn answers in order. */
function met(drawn: readonly Answer[]): Answer[] {
  const lived = [...livedAgo.entries()].flatMap(([arm, weeks]) =>
    weeks === 0 ? [] : [-weeks, crisisWeeks - weeks].map((week) => ({ arm, week, right: true })),
  );
  return [...lived, ...drawn.toSorted((a, b) => a.week - b.week)];
}

test('what is simulated is what is sent: the gain of every nudge is the same by the simulated planner and by the real one', () => {
  const open = armsInScope(organisation, 'relevant');
  fc.assert(
    fc.property(answers, fc.nat(), (drawn, first) => {
      const history = new History(organisation);
      const planner = new Planner({ organisation, history, seed: 1, mailsPerPersonWeek: 1 });
      for (const { arm, week, right } of drawn.toSorted((a, b) => a.week - b.week)) planner.answering(arm, week, right);
      const simulated = new TeamNeeds(organisation, everyoneShare(1), horizonDays, open, (arm, days) =>
        planner.recall(arm, thisWeek, days),
      );

      const memories = Array.from({ length: people }, () => new Map<string, Memory>());
      for (const { arm, week, right } of met(drawn)) {
        const memory = memories[Math.floor(arm / lessons)];
        const before = memory?.get(lessonOf(arm)) ?? null;
        memory?.set(lessonOf(arm), afterAnswer(before, { right, sureness: 'fairly' }, at(week), usualPractice));
      }
      const members = memories.map((memory, person) =>
        aPlannedPerson(person + 1, { memory, answerRate: history.answerRate(person) }),
      );
      const board = new TeamBoard(aPlannedTeam(members, { model: usualModel }), now);

      const candidateOf = (arm: number): Candidate => ({
        personId: Math.floor(arm / lessons) + 1,
        lesson: aPlannableLesson(lessonOf(arm)),
        kind: 'recall',
        caseId: 'flood',
        questionId: 'question',
        weight: weight[arm] ?? 0,
        relevance: {
          caseId: 'flood',
          score: 1,
          weight: 1,
          reasons: [],
          counts: [],
          urgency: { quietDays: 0, witnessRatio: null, signalId: null, factor: 1 },
        },
        occasion: { kind: 'memory' },
      });
      const agree = () => {
        for (const arms of open)
          for (const arm of arms) {
            const person = Math.floor(arm / lessons);
            const gain = (weight[arm] ?? 0) * planner.worth(arm, thisWeek, person) * simulated.of(arm);
            expect(board.gainOf(candidateOf(arm))).toBeCloseTo(gain, 4);
          }
      };
      agree();
      const chosen = open[first % people]?.[0] ?? 0;
      simulated.ask(chosen);
      board.choose(candidateOf(chosen));
      agree();
    }),
    { numRuns: 25 },
  );
});
