import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysToCoolTo } from './cooling.ts';
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

test('the day on which a memory has cooled to a chance is the day on which it has that chance', () => {
  fc.assert(
    fc.property(memories, fc.double({ min: 0.2, max: 0.99, noNaN: true }), (memory, chance) => {
      expect(retrievability(memory, memory.metAt + daysToCoolTo(memory, chance) * dayMs)).toBeCloseTo(chance, 3);
    }),
  );
});

test('a right answer leaves a longer memory the surer it was, and any right answer a longer one than a wrong one', () => {
  fc.assert(
    fc.property(fc.option(memories), (before) => {
      const after = (right: boolean, sureness: Sureness) => afterAnswer(before, { right, sureness }, now).stability;
      expect(after(true, 'sure')).toBeGreaterThanOrEqual(after(true, 'fairly'));
      expect(after(true, 'fairly')).toBeGreaterThanOrEqual(after(true, 'guess'));
      expect(after(true, 'guess')).toBeGreaterThanOrEqual(after(false, 'guess'));
    }),
  );
});

test('a wrong answer is a wrong answer, however sure', () => {
  expect(afterAnswer(null, { right: false, sureness: 'sure' }, now)).toEqual(
    afterAnswer(null, { right: false, sureness: 'guess' }, now),
  );
});
