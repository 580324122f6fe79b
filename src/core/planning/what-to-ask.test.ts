import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CaseRelevance } from '#core/exposure/lesson-relevance.ts';
import { aPlannableLesson } from '#testing/a-planned-team.ts';
import type { NudgeKind } from './nudge-kinds.ts';
import type { PastNudge } from './planner-types.ts';
import { type Reader, whatToAsk } from './what-to-ask.ts';

const lesson = aPlannableLesson('keep-stock', ['flood', 'fire', 'storm'], {
  comparisons: [
    { id: 'compare/fire-storm', left: 'fire', right: 'storm' },
    { id: 'compare/flood-fire', left: 'flood', right: 'fire' },
  ],
});

function near(caseId: string): CaseRelevance {
  const urgency = { quietDays: 0, witnessRatio: null, signalId: null, factor: 1 };
  return { caseId, score: 1, weight: 1, reasons: [], counts: [], urgency };
}

/** The flood is nearest to the team, then the fire, then the storm. */
const cases = ['flood', 'fire', 'storm'].map(near);

function nudge(kind: NudgeKind, caseId: string, questionId: string, on = '2026-10-01'): PastNudge {
  return { on, lessonId: lesson.id, questionId, caseId, kind, answer: 'a', read: false };
}

const after = (...past: PastNudge[]): Reader => ({ on: '2026-11-30', role: 'buyer', ofLesson: past, all: past });
const nothing = after();

test('the nearest case that was not told yet is told, with a question of its own', () => {
  expect(whatToAsk('case', lesson, cases, nothing)).toMatchObject({ kind: 'case', caseId: 'flood' });
  const told = after(nudge('case', 'flood', 'keep-stock/flood/1'));
  expect(whatToAsk('case', lesson, cases, told)).toMatchObject({ kind: 'case', caseId: 'fire' });
});

test('a case told for another lesson is not told again', () => {
  const elsewhere = { ...nothing, all: [nudge('case', 'flood', 'other/flood/1')] };
  expect(whatToAsk('case', lesson, cases, elsewhere)).toMatchObject({ caseId: 'fire' });
});

test('when every case was told, a question stands in for the story', () => {
  const told = after(...['flood', 'fire', 'storm'].map((id) => nudge('case', id, `keep-stock/${id}/1`)));
  expect(whatToAsk('case', lesson, cases, told)?.kind).toBe('recall');
});

test('of the questions never asked, the one nearest to the team comes first', () => {
  expect(whatToAsk('recall', lesson, cases, nothing)?.caseId).toBe('flood');
});

test('no question comes twice before all have come once, and never twice running', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), (count) => {
      const past: PastNudge[] = [];
      for (let index = 0; index < count; index += 1) {
        const on = Temporal.PlainDate.from('2025-01-01')
          .add({ weeks: 3 * index })
          .toString();
        const asked = whatToAsk('recall', lesson, cases, after(...past));
        past.push(nudge('recall', asked?.caseId ?? '', asked?.questionId ?? '', on));
      }
      const ids = past.map(({ questionId }) => questionId);
      expect(new Set(ids.slice(0, 6)).size).toBe(Math.min(count, 6));
      for (const [index, id] of ids.slice(1).entries()) expect(id).not.toBe(ids[index]);
    }),
  );
});

test('the comparison nearest to the team is set first, and a lesson without one asks a question', () => {
  expect(whatToAsk('compare', lesson, cases, nothing)).toEqual({
    kind: 'compare',
    caseId: 'flood',
    questionId: 'compare/flood-fire',
  });
  expect(whatToAsk('compare', { ...lesson, comparisons: [] }, cases, nothing)?.kind).toBe('recall');
});

test.each(['apply', 'did-you'] as const)('%s is about the step of the lesson', (kind) => {
  expect(whatToAsk(kind, lesson, cases, nothing)).toEqual({ kind, caseId: 'flood', questionId: lesson.steps[0]?.id });
});

test('a lesson without questions can only be applied', () => {
  const bare = { ...lesson, questions: [], comparisons: [] };
  expect(whatToAsk('case', bare, cases, nothing)).toBeNull();
  expect(whatToAsk('recall', bare, cases, nothing)).toBeNull();
});

test('a question is asked through its last day, and not on the next', () => {
  const lapsing = {
    ...lesson,
    questions: lesson.questions.map((entry) => ({
      ...entry,
      askedUntil: entry.caseId === 'flood' ? '2026-11-30' : null,
    })),
  };
  expect(whatToAsk('recall', lapsing, cases, nothing)?.caseId).toBe('flood');
  expect(whatToAsk('recall', lapsing, cases, { ...nothing, on: '2026-12-01' })?.caseId).toBe('fire');
  expect(whatToAsk('case', lapsing, cases, { ...nothing, on: '2026-12-01' })?.caseId).toBe('fire');
});

test('a case whose mail has lapsed is told no more, and its questions are still asked', () => {
  const lapsed = { ...lesson, questions: lesson.questions.map((entry) => ({ ...entry, toldUntil: '2026-11-27' })) };
  expect(whatToAsk('case', lapsed, cases, nothing)).toMatchObject({ kind: 'recall', caseId: 'flood' });
});

test('a lesson of which everything has lapsed asks nothing', () => {
  const lapsed = { ...lesson, questions: lesson.questions.map((entry) => ({ ...entry, askedUntil: '2026-11-27' })) };
  expect(whatToAsk('recall', lapsed, cases, nothing)).toBeNull();
});
