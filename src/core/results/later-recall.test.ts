import { expect, test } from 'vitest';
import { dayMs } from '../memory/forgetting-curve.ts';
import { laterAnswers, type Meeting } from './later-recall.ts';

const met = (day: number, right: boolean | null, more: Partial<Meeting> = {}): Meeting => ({
  personId: 1,
  lessonId: 'keep-stock',
  at: day * dayMs,
  right,
  ...more,
});
const days = (meetings: readonly Meeting[]) => laterAnswers(meetings).map(({ at, right }) => [at / dayMs, right]);

test('the first answer is none of memory, one after two weeks is', () => {
  expect(days([met(0, true), met(13.9, true)])).toEqual([]);
  expect(days([met(0, true), met(14, true), met(40, false)])).toEqual([
    [14, true],
    [40, false],
  ]);
});

test('reading it again begins the two weeks anew, and is no answer', () => {
  expect(days([met(0, null), met(10, null), met(20, true), met(34, true)])).toEqual([[34, true]]);
});

test('what others met, and other lessons, count for themselves', () => {
  expect(days([met(0, true), met(20, true, { personId: 2 }), met(20, true, { lessonId: 'second-source' })])).toEqual(
    [],
  );
});

test('the order of the rows is none of theirs', () => {
  expect(days([met(20, true), met(0, false)])).toEqual([[20, true]]);
});
