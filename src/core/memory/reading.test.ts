import fc from 'fast-check';
import { expect, test } from 'vitest';
import { usualPractice } from '#core/memory/practice.ts';
import { dayMs, type Memory, retrievability } from './forgetting-curve.ts';
import { afterReading } from './reading.ts';
import { afterAnswer } from './recollection.ts';

const now = Date.parse('2026-11-24T08:00:00Z');
const memories = fc.record({
  stability: fc.double({ min: 0.5, max: 400, noNaN: true }),
  difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
  metAt: fc
    .oneof(fc.integer({ min: 0, max: 400 }), fc.double({ min: 0, max: 3, noNaN: true }))
    .map((days) => now - Math.round(days * dayMs)),
});
/** FSRS rounds a stability to eight places, and so an answer given at once after a meeting can leave a little less than there was. */
const rounding = 1e-8;

const recalledLater = (memory: Memory | null, days: number) => retrievability(memory, now + days * dayMs);

test('a case read without an answer counts a little: more than nothing, less than a right answer', () => {
  fc.assert(
    fc.property(fc.option(memories), fc.integer({ min: 1, max: 365 }), (before, days) => {
      const read = recalledLater(afterReading(before, now, usualPractice), days);
      const answered = recalledLater(
        afterAnswer(before, { right: true, sureness: 'fairly' }, now, usualPractice),
        days,
      );
      expect(read).toBeGreaterThanOrEqual(recalledLater(before, days) - rounding);
      expect(read).toBeLessThanOrEqual(answered + rounding);
    }),
    // A part that is too large shows only in memories that an answer does little for, one in fifty.
    { numRuns: 1000 },
  );
});

test('a first reading leaves something, gone within weeks', () => {
  const read = afterReading(null, now, usualPractice);
  expect(recalledLater(read, 1)).toBeGreaterThan(0.5);
  expect(recalledLater(read, 60)).toBeLessThan(0.25);
});
