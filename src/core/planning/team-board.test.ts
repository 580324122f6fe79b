import { expect, test } from 'vitest';
import { usualWeights } from '#core/exposure/weights.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { aDay, aMorning, aPlannableLesson, aPlannedPerson, aPlannedTeam } from '#testing/a-planned-team.ts';
import { candidatesFor } from './candidates.ts';
import type { NudgeKind } from './nudge-kinds.ts';
import type { PastNudge, PlannedPerson } from './planner-types.ts';
import { TeamBoard } from './team-board.ts';
import { TeamSituation } from './team-situation.ts';

const lesson = aPlannableLesson('keep-stock', ['flood', 'fire'], {
  comparisons: [{ id: 'compare/flood-fire', left: 'flood', right: 'fire' }],
});

const past = (kinds: readonly NudgeKind[], answer: string | null = 'a'): PastNudge[] =>
  kinds.map((kind, index) => ({
    on: Temporal.PlainDate.from(aDay)
      .subtract({ days: 30 * (kinds.length - index) })
      .toString(),
    lessonId: lesson.id,
    questionId: kind === 'apply' ? (lesson.steps[0]?.id ?? '') : `question-${index}`,
    caseId: 'flood',
    kind,
    answer,
    read: false,
  }));

const memory = new Map([[lesson.id, { stability: 60, difficulty: 5, metAt: aMorning - 20 * dayMs }]]);
const readyForStep = { past: past(['case', 'compare']), memory };

/** What each form of the lesson is worth to one of a team. */
function gains(people: readonly PlannedPerson[], of = 0) {
  const team = aPlannedTeam(people);
  const board = new TeamBoard(team, aMorning);
  const person = people[of] ?? aPlannedPerson(1);
  const candidates = candidatesFor(person, new TeamSituation(team, aDay, usualWeights), [lesson]);
  return new Map(candidates.map((candidate) => [candidate.kind, board.gainOf(candidate)]));
}

test('where a lesson is well kept, its step gains more than another question', () => {
  const found = gains([aPlannedPerson(1, readyForStep), aPlannedPerson(2, readyForStep)]);
  expect(found.get('apply') ?? 0).toBeGreaterThan(found.get('recall') ?? 99);
});

test('whoever is all of a team, and recalls a lesson, is ready for its step', () => {
  const found = gains([aPlannedPerson(1, readyForStep)]);
  expect(found.get('apply') ?? 0).toBeGreaterThan(found.get('recall') ?? 99);
});

test('a step that colleagues were sent is worth less, so it does not go to the whole team', () => {
  const stepped = { past: past(['case', 'compare', 'apply'], 'done'), memory };
  const first = gains([aPlannedPerson(1, readyForStep), aPlannedPerson(2, readyForStep)]).get('apply') ?? 0;
  const third = gains([aPlannedPerson(1, readyForStep), aPlannedPerson(2, stepped), aPlannedPerson(3, stepped)]);
  expect(third.get('apply') ?? 0).toBeLessThan(first / 2);
});

test('a step that is not worth sending keeps nobody from being asked about its lesson', () => {
  const forgotten = new Map([[lesson.id, { stability: 3, difficulty: 5, metAt: aMorning - 90 * dayMs }]]);
  const stepped = Array.from({ length: 6 }, (_, index) =>
    aPlannedPerson(index + 2, { past: past(['case', 'compare', 'apply'], 'done'), memory: forgotten }),
  );
  const found = gains([aPlannedPerson(1, { ...readyForStep, memory: forgotten }), ...stepped]);
  expect(found.get('recall') ?? 0).toBeGreaterThan(found.get('apply') ?? 99);
});

test('a promise is worth asking about', () => {
  const promised = { past: past(['case', 'compare', 'apply'], 'will'), memory };
  const found = gains([aPlannedPerson(1, promised), aPlannedPerson(2)]);
  expect(found.get('did-you') ?? 0).toBeGreaterThan(found.get('recall') ?? 99);
});

test('two colleagues asked this morning may be enough, so a third gains less', () => {
  const people = [1, 2, 3].map((id) => aPlannedPerson(id));
  const team = aPlannedTeam(people);
  const board = new TeamBoard(team, aMorning);
  const situation = new TeamSituation(team, aDay, usualWeights);
  const [first, second, third] = people.flatMap((person) => candidatesFor(person, situation, [lesson]));
  if (!first || !second || !third) throw new RangeError('The lesson has no candidates.');
  const alone = board.gainOf(third);
  board.choose(first);
  expect(board.gainOf(third)).toBe(alone);
  board.choose(second);
  expect(board.gainOf(third)).toBeLessThan(alone);
});

test('a step waits until its reader recalls the lesson and the team remembers it', () => {
  const faded = new Map([[lesson.id, { stability: 3, difficulty: 5, metAt: aMorning - 90 * dayMs }]]);
  const ready = aPlannedPerson(1, readyForStep);
  const forgetful = aPlannedPerson(1, { ...readyForStep, memory: faded });
  const kept = [2, 3].map((id) => aPlannedPerson(id, { memory }));
  const [inTime, tooSoon, alone] = [
    [ready, ...kept],
    [forgetful, ...kept],
    [ready, aPlannedPerson(2)],
  ].map((people) => gains(people));
  expect(inTime?.get('apply') ?? 0).toBeGreaterThan(inTime?.get('recall') ?? 99);
  expect(tooSoon?.get('apply') ?? 99).toBeLessThan(tooSoon?.get('recall') ?? 0);
  expect(alone?.get('apply') ?? 99).toBeLessThan(alone?.get('recall') ?? 0);
});
