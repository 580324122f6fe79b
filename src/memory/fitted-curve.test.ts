import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Curve, fitCurve, type ObservedAnswer, recallOn, usualCurve } from './fitted-curve.ts';
import { recallAfter } from './forgetting-curve.ts';

const stabilities = [2, 5, 12, 30, 80];
const waits = [7, 21, 49, 91, 182];

/** For each stability and wait, as many right answers in two hundred as the curve expects. */
function answersOn(curve: Curve): ObservedAnswer[] {
  return stabilities.flatMap((stability) =>
    waits.flatMap((days) => {
      const right = Math.round(200 * recallOn(curve, stability, days));
      return Array.from({ length: 200 }, (_, index) => ({ stability, days, right: index < right }));
    }),
  );
}

test('without answers the curve is the usual one, which is that of the memory model', () => {
  expect(fitCurve([])).toEqual(usualCurve);
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 1000, noNaN: true }),
      fc.integer({ min: 0, max: 700 }),
      (stability, days) => {
        expect(recallOn(usualCurve, stability, days)).toBeCloseTo(recallAfter(stability, days), 6);
      },
    ),
  );
});

test.each([
  { decay: 0.1542, scale: 1, growth: 1 },
  { decay: 0.5, scale: 1, growth: 1 },
  { decay: 0.8, scale: 0.5, growth: 0.7 },
  { decay: 0.22, scale: 2, growth: 0.85 },
])(
  'from answers given on decay $decay, scale $scale and growth $growth, a curve is fitted that predicts the same within three hundredths',
  (curve) => {
    const fitted = fitCurve(answersOn(curve));
    for (const stability of stabilities)
      for (const days of waits)
        expect(Math.abs(recallOn(fitted, stability, days) - recallOn(curve, stability, days))).toBeLessThan(0.03);
  },
);

test('one surprising answer changes the curve little', () => {
  const fitted = fitCurve([{ stability: 100, days: 1, right: false }]);
  expect(fitted.decay / usualCurve.decay).toBeLessThan(3);
  expect(recallOn(fitted, 10, 28)).toBeGreaterThan(0.3);
});
