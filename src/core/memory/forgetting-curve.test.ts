import fc from 'fast-check';
import { forgetting_curve } from 'ts-fsrs';
import { expect, test } from 'vitest';
import { type Curve, daysToCoolTo, recallOn, usualCurve } from './forgetting-curve.ts';

const days = fc.integer({ min: 0, max: 700 });
const stabilities = fc.double({ min: 0.1, max: 1000, noNaN: true });
const curves: fc.Arbitrary<Curve> = fc.record({
  decay: fc.double({ min: 0.08, max: 3, noNaN: true }),
  scale: fc.double({ min: 0.25, max: 4, noNaN: true }),
  growth: fc.double({ min: 0.25, max: 1.2, noNaN: true }),
});

test('the usual curve is that of ts-fsrs', () => {
  fc.assert(
    fc.property(stabilities, days, (stability, wait) => {
      expect(recallOn(usualCurve, stability, wait)).toBeCloseTo(forgetting_curve(usualCurve.decay, wait, stability), 6);
    }),
  );
});

test('memory only falls with time, from certainty towards nothing', () => {
  fc.assert(
    fc.property(curves, stabilities, days, days, (curve, stability, a, b) => {
      const [sooner, later] = [Math.min(a, b), Math.max(a, b)].map((wait) => recallOn(curve, stability, wait));
      expect(recallOn(curve, stability, 0)).toBe(1);
      expect(later ?? 0).toBeLessThanOrEqual(sooner ?? 0);
    }),
  );
});

test('the days to cool to a chance are those after which recall is that chance', () => {
  const chances = fc.double({ min: 0.3, max: 0.99, noNaN: true });
  fc.assert(
    fc.property(curves, stabilities, chances, (curve, stability, chance) => {
      expect(recallOn(curve, stability, daysToCoolTo(curve, stability, chance))).toBeCloseTo(chance, 9);
    }),
  );
});
