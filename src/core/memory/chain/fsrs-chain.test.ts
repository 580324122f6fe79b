import fc from 'fast-check';
import { expect, test } from 'vitest';
import { usualPractice } from '#core/memory/practice.ts';
import { dayMs, recallOn, usualCurve } from '../forgetting-curve.ts';
import { difficultyAfter, firstDifficulty, firstStability, stabilityIfRight, stabilityIfWrong } from '../fsrs-steps.ts';
import { practices } from '../practice.ts';
import { afterAnswer } from '../recollection.ts';
import { aWeekLater, elapsedWeeks } from './elapsed-weeks.ts';
import { placeOn, ratioGrid, rounded } from './grid.ts';

const now = Date.parse('2026-11-24T08:30:00Z');

test('the plain arithmetic of FSRS-6 agrees with ts-fsrs, answer by answer, under every practice', () => {
  const memories = fc.record({
    stability: fc.double({ min: 0.1, max: 1000, noNaN: true }),
    difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
    days: fc.integer({ min: 1, max: 700 }),
  });
  fc.assert(
    fc.property(memories, fc.boolean(), fc.constantFrom(...practices), (drawn, right, practice) => {
      const { stability, difficulty, days } = drawn;
      const before = { stability, difficulty, metAt: now - days * dayMs };
      const after = afterAnswer(before, { right, sureness: 'fairly' }, now, practice);
      const recall = recallOn(usualCurve, stability, days);
      const step = right ? stabilityIfRight : stabilityIfWrong;
      expect(step(stability, difficulty, recall, practice) / after.stability).toBeCloseTo(1, 3);
      expect(difficultyAfter(difficulty, right)).toBeCloseTo(after.difficulty, 4);
    }),
  );
});

test('a first answer leaves what ts-fsrs leaves', () => {
  for (const right of [true, false]) {
    const after = afterAnswer(null, { right, sureness: 'fairly' }, now, usualPractice);
    const kind = right ? 'right' : 'wrong';
    expect(firstStability[kind]).toBeCloseTo(after.stability, 6);
    expect(firstDifficulty[kind]).toBeCloseTo(after.difficulty, 6);
  }
});

test('a value rounded to a point of a grid at random is kept on average', () => {
  const grid = ratioGrid(0.5, 200, 20);
  fc.assert(
    fc.property(fc.double({ min: 0.5, max: 200, noNaN: true }), (value) => {
      const points = rounded(placeOn(grid, value, Math.log));
      const mean = points.reduce((sum, [point, chance]) => sum + chance * Math.log(grid[point] ?? 0), 0);
      expect(mean).toBeCloseTo(Math.log(value), 9);
      expect(points.reduce((sum, [, chance]) => sum + chance, 0)).toBeCloseTo(1, 12);
    }),
  );
});

test('time passes by a week a week on average, until the last point', () => {
  for (const [point, weeks] of elapsedWeeks.slice(0, -1).entries()) {
    const mean = aWeekLater(point).reduce((sum, [next, chance]) => sum + chance * (elapsedWeeks[next] ?? 0), 0);
    expect(mean).toBeCloseTo(weeks + 1, 9);
  }
});
