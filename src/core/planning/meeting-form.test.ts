import { describe, expect, it, test } from 'vitest';
import { wantedForms } from './meeting-form.ts';
import type { NudgeKind } from './nudge-kinds.ts';
import type { PastNudge } from './planner-types.ts';

const today = '2026-11-24';
const daysAgo = (days: number) => Temporal.PlainDate.from(today).subtract({ days }).toString();

/** Meetings of one lesson, a month apart; the newest `rested` days ago. */
function met(kinds: readonly NudgeKind[], rested = 30, answer: string | null = 'a'): PastNudge[] {
  return kinds.map((kind, index) => ({
    on: daysAgo(rested + 30 * (kinds.length - 1 - index)),
    lessonId: 'keep-stock',
    questionId: `question-${index}`,
    caseId: 'flood',
    kind,
    answer,
    read: false,
  }));
}

const forms = (past: readonly PastNudge[]) => wantedForms(past, today, true);

test('a lesson is met in a case first and in a comparison next', () => {
  expect(forms([])).toEqual(['case']);
  expect(forms(met(['case']))).toEqual(['compare']);
});

test('once case and comparison are behind, the step is offered beside the question until it was sent', () => {
  expect(forms(met(['case', 'compare']))).toEqual(['apply', 'recall']);
  expect(forms(met(['case', 'compare', 'recall']))).toEqual(['apply', 'recall']);
  expect(forms(met(['case', 'compare', 'apply'], 30, 'done'))).toEqual(['recall']);
});

test('over a long run a quarter of the questions are comparisons, and steps change nothing about their turn', () => {
  const asked: NudgeKind[] = [];
  for (let meeting = 0; meeting < 40; meeting += 1) asked.push(forms(met(asked, 30, 'done')).at(-1) ?? 'recall');
  expect(asked.filter((kind) => kind === 'compare')).toHaveLength(10);
  expect(forms(met(['case', 'compare', 'apply', 'recall', 'recall'], 30, 'done'))).toEqual(['recall']);
  expect(forms(met(['case', 'compare', 'apply', 'recall', 'recall', 'recall'], 30, 'done'))).toEqual(['compare']);
});

describe('rest', () => {
  it('keeps a lesson from being asked for two weeks', () => {
    expect(forms(met(['case'], 13))).toEqual([]);
    expect(forms(met(['case'], 14))).toEqual(['compare']);
  });

  it('is waived where a trainer asked for the lesson', () => {
    expect(wantedForms(met(['case'], 3), today, false)).toEqual(['compare']);
  });
});

describe('somebody who promised a step', () => {
  const promised = (rested: number) => met(['case', 'compare', 'apply'], rested, 'will');

  it('is asked a week later whether they did it, before the lesson has rested', () => {
    expect(forms(promised(6))).toEqual([]);
    expect(forms(promised(7))).toEqual(['did-you']);
  });

  it('can be asked a question instead once it has', () => {
    expect(forms(promised(20))).toEqual(['did-you', 'recall']);
  });

  it('is asked only once', () => {
    expect(forms(met(['case', 'compare', 'apply', 'did-you'], 20, 'will'))).toEqual(['recall']);
  });
});
