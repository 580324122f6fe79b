import fc from 'fast-check';
import { expect, test } from 'vitest';
import { needOfEach } from '#core/memory/team-memory.ts';
import { needOfTwo } from './team-needs.ts';

test('the need for each member is what the product’s own function says', () => {
  const teams = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(teams, (chances) => {
      const fast = needOfTwo(Float64Array.from(chances));
      for (const [index, need] of needOfEach(chances, 2).entries()) expect(fast[index]).toBeCloseTo(need, 9);
    }),
  );
});
