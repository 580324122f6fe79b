import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayMs, recallOn, usualCurve } from '#core/memory/forgetting-curve.ts';
import { usualModel } from '#core/memory/memory-model.ts';
import { worthOfAsking, worthTableFor } from './worth-of-asking.ts';

const now = Date.parse('2026-11-24T08:30:00Z');
const table = worthTableFor(usualModel);
const rates = fc.double({ min: 0, max: 1, noNaN: true });
const memories = fc.record({
  stability: fc.double({ min: 0.05, max: 2000, noNaN: true }),
  difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
  metAt: fc.integer({ min: 7, max: 1000 }).map((days) => now - days * dayMs),
});

test('asking is never worth less than nothing nor more than two years of certain recall', () => {
  fc.assert(
    fc.property(fc.option(memories), rates, (memory, rate) => {
      const worth = worthOfAsking(table, memory, now, rate);
      expect(worth).toBeGreaterThanOrEqual(0);
      expect(worth).toBeLessThanOrEqual(104);
    }),
  );
});

/** Memories that give a right answer seven times in ten: below that a wrong answer may cost more than a right one teaches, so more answers need not be better. */
const likely = memories.filter(({ stability, metAt }) => recallOn(usualCurve, stability, (now - metAt) / dayMs) > 0.7);

test('where the answer is likely to be right, the likelier an answer is at all, the more asking is worth', () => {
  fc.assert(
    fc.property(fc.option(likely), rates, rates, (memory, a, b) => {
      const [seldom, often] = [Math.min(a, b), Math.max(a, b)];
      const [less, more] = [seldom, often].map((rate) => worthOfAsking(table, memory, now, rate));
      expect(less ?? 0).toBeLessThanOrEqual((more ?? 0) * 1.02 + 0.02);
    }),
  );
});

test('a lesson well kept is worth asking about less than one that fades', () => {
  const kept = { stability: 400, difficulty: 5, metAt: now - 14 * dayMs };
  const fading = { stability: 10, difficulty: 5, metAt: now - 60 * dayMs };
  expect(worthOfAsking(table, kept, now, 0.6)).toBeLessThan(worthOfAsking(table, fading, now, 0.6) / 5);
});

test('a lesson answered right last week is worth less than the same a season later', () => {
  const memory = (weeks: number) => ({ stability: 30, difficulty: 4, metAt: now - weeks * 7 * dayMs });
  expect(worthOfAsking(table, memory(1), now, 0.6)).toBeLessThan(worthOfAsking(table, memory(13), now, 0.6));
});

test('where nothing is lost by asking at once, a memory made last week is worth asking about again', () => {
  const massed = worthTableFor({ curve: usualModel.curve, practice: { spacing: 0, kept: 0.8 } });
  const memory = { stability: 10, difficulty: 4, metAt: now - 7 * dayMs };
  expect(worthOfAsking(massed, memory, now, 0.6)).toBeGreaterThan(2 * worthOfAsking(table, memory, now, 0.6));
});
