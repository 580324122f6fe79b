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

test('a facet of fourteen values is shown whole, one of fifteen has six in sight', () => {
  const many = (length: number) => Array.from({ length }, (_, index) => ({ id: `${index}`, label: '', count: index }));
  expect(frequentFirst(many(14)).more).toEqual([]);
  expect(frequentFirst(many(15)).shown.map(({ id }) => id)).toEqual(['9', '10', '11', '12', '13', '14']);
});
