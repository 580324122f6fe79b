import { expect, test } from 'vitest';
import { estimate } from '#testing/a-report.ts';
import { betterPredicted, reliabilityDots } from './reliability.ts';

const bin = (predicted: number, observed: number, answers: number) => ({ predicted, observed, answers });
const losses = (planner: number, movingAverage: number) => ({
  world: 'traces' as const,
  answers: 1,
  logLoss: { planner: estimate(planner), movingAverage: estimate(movingAverage) },
  rmseBins: { planner: estimate(0), movingAverage: estimate(0) },
  bins: [],
});

test('a prediction that came true lies on the slanted line from the lower left', () => {
  expect(reliabilityDots({ bins: [bin(0.2, 0.2, 10)] })).toMatchObject([{ x: 20, y: 80 }]);
});

test('more answers make a larger dot, and few answers still make one that can be seen', () => {
  const [few, many] = reliabilityDots({ bins: [bin(0.1, 0.1, 1), bin(0.9, 0.9, 1000)] });
  expect(few?.radius).toBeGreaterThan(1);
  expect(many?.radius).toBeGreaterThan(few?.radius ?? Number.NaN);
});

test('a planner that only equals the moving average has not predicted better', () => {
  expect(betterPredicted([losses(0.5, 0.6), losses(0.6, 0.6), losses(0.7, 0.6)])).toBe(1);
});
