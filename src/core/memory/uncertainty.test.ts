import fc from 'fast-check';
import { expect, test } from 'vitest';
import { estimate } from './uncertainty.ts';

const chances = fc.double({ min: 0, max: 1, noNaN: true });

test('the band holds the chance and stays within zero and one', () => {
  fc.assert(
    fc.property(chances, fc.nat(200), (chance, answers) => {
      const { low, high } = estimate(chance, answers);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(chance);
      expect(high).toBeGreaterThanOrEqual(chance);
      expect(high).toBeLessThanOrEqual(1);
    }),
  );
});

test('more answers make it narrower', () => {
  fc.assert(
    fc.property(chances, fc.nat(100), (chance, answers) => {
      const width = (count: number) => estimate(chance, count).high - estimate(chance, count).low;
      expect(width(answers + 1)).toBeLessThanOrEqual(width(answers));
    }),
  );
});

test('what was never met is known not to be known', () => {
  expect(estimate(0, 0)).toEqual({ chance: 0, low: 0, high: 0 });
});
