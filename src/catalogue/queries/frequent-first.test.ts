import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frequentFirst } from './frequent-first.ts';

const values = fc.array(fc.record({ id: fc.uuid(), label: fc.string(), count: fc.integer({ min: 1, max: 40 }) }), {
  maxLength: 60,
});

test('what is in sight is of no fewer cases than what is folded away, and nothing is lost or moved', () => {
  fc.assert(
    fc.property(values, (all) => {
      const { shown, more } = frequentFirst(all);
      expect([...shown, ...more].map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
      expect(all.filter((value) => shown.includes(value))).toEqual(shown);
      const least = Math.min(...shown.map(({ count }) => count));
      for (const { count } of more) expect(count).toBeLessThanOrEqual(least);
    }),
  );
});

test('a facet of nine values is shown whole, one of ten has six in sight', () => {
  const many = (length: number) => Array.from({ length }, (_, index) => ({ id: `${index}`, label: '', count: index }));
  expect(frequentFirst(many(9)).more).toEqual([]);
  expect(frequentFirst(many(10)).shown.map(({ id }) => id)).toEqual(['4', '5', '6', '7', '8', '9']);
});
