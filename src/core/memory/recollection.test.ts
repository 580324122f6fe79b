import fc from 'fast-check';
import { expect, test } from 'vitest';
import { usualPractice } from '#core/memory/practice.ts';
import { dayMs, type Memory, retrievability } from './forgetting-curve.ts';
import { afterAnswer, type Sureness } from './recollection.ts';

const now = Date.parse('2026-11-24T08:30:00Z');
const memories = fc.record<Memory>({
  stability: fc.double({ min: 0.1, max: 1000, noNaN: true }),
  difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
  metAt: fc.integer({ min: 0, max: 700 }).map((days) => now - days * dayMs),
});
const days = fc.double({ min: 0, max: 2000, noNaN: true });

test('a chance of recall lies between nothing and certainty, and only falls with time', () => {
  fc.assert(
    fc.property(memories, days, days, (memory, sooner, more) => {
      const [first, later] = [
        retrievability(memory, now + sooner * dayMs),
        retrievability(memory, now + (sooner + more) * dayMs),
      ];
      expect(first).toBeLessThanOrEqual(1);
      expect(later).toBeGreaterThanOrEqual(0);
      expect(later).toBeLessThanOrEqual(first);
    }),
  );
});

test('after as many days as its stability, a memory stands at nine in ten', () => {
  fc.assert(
    fc.property(memories, (memory) => {
      expect(retrievability(memory, memory.metAt + memory.stability * dayMs)).toBeCloseTo(0.9, 3);
    }),
  );
});

test('a lesson never met is not recalled, and a clock set back teaches nothing', () => {
  expect(retrievability(null, now)).toBe(0);
  expect(retrievability({ stability: 10, difficulty: 5, metAt: now }, now - dayMs)).toBe(1);
});

test('a right answer leaves a longer memory the surer it was, and any right answer a longer one than a wrong one', () => {
  fc.assert(
    fc.property(fc.option(memories), (before) => {
      const after = (right: boolean, sureness: Sureness) =>
        afterAnswer(before, { right, sureness }, now, usualPractice).stability;
      expect(after(true, 'sure')).toBeGreaterThanOrEqual(after(true, 'fairly'));
      expect(after(true, 'fairly')).toBeGreaterThanOrEqual(after(true, 'guess'));
      expect(after(true, 'guess')).toBeGreaterThanOrEqual(after(false, 'guess'));
    }),
  );
});

test('a wrong answer is a wrong answer, however sure', () => {
  expect(afterAnswer(null, { right: false, sureness: 'sure' }, now, usualPractice)).toEqual(
    afterAnswer(null, { right: false, sureness: 'guess' }, now, usualPractice),
  );
});

test('under the usual practice an answer leaves what ts-fsrs says', () => {
  fc.assert(
    fc.property(fc.option(memories), fc.boolean(), (before, right) => {
      const usual = afterAnswer(before, { right, sureness: 'fairly' }, now, usualPractice);
      expect(afterAnswer(before, { right, sureness: 'fairly' }, now, { spacing: 1, kept: 0 })).toEqual(usual);
    }),
  );
});

test('where waiting adds nothing, a right answer leaves the same multiple of a memory however long the wait', () => {
  fc.assert(
    fc.property(memories, days, (memory, wait) => {
      const left = (at: number) =>
        afterAnswer(memory, { right: true, sureness: 'fairly' }, at, { spacing: 0, kept: 0 }).stability;
      expect(left(memory.metAt + wait * dayMs)).toBeCloseTo(left(memory.metAt), 6);
    }),
  );
});

test('the more of a memory outlives a wrong answer, the longer what is left lasts, and never longer than before', () => {
  fc.assert(
    fc.property(memories, (memory) => {
      const left = (kept: number) =>
        afterAnswer(memory, { right: false, sureness: 'fairly' }, now, { spacing: 1, kept }).stability;
      expect(left(0)).toBeLessThanOrEqual(left(0.4) * (1 + 1e-6));
      expect(left(0.4)).toBeLessThanOrEqual(left(0.8) * (1 + 1e-6));
      expect(left(0.8)).toBeLessThanOrEqual(memory.stability * (1 + 1e-6));
    }),
  );
});
