import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PolicyId } from '#core/evidence/names.ts';
import { aReport, estimate } from '#testing/a-report.ts';
import { ordersKept, spread, sweepPanels } from './sweep-panels.ts';

const entry = (value: number, policy: PolicyId, recall: number) => ({
  assumption: 'leaving-a-month' as const,
  value,
  world: 'traces' as const,
  policy,
  recall: estimate(recall),
  teamMemory: estimate(recall),
  mailsPerPersonWeek: estimate(1),
});

const report = aReport({
  sweeps: [
    entry(0.05, 'nodomoto-people', 0.6),
    entry(0.05, 'nodomoto', 0.5),
    entry(0.05, 'fsrs-90', 0.7),
    entry(0.01, 'nodomoto-people', 0.8),
    entry(0.01, 'nodomoto', 0.7),
    entry(0.01, 'fsrs-90', 0.7),
  ],
});

test('values stand in order at equal steps, and of our rules only the one that is for the measure is drawn', () => {
  const [panel] = sweepPanels(report, 'recall');
  expect(panel?.ticks).toEqual([
    { value: 0.01, x: 0 },
    { value: 0.05, x: 100 },
  ]);
  expect(panel?.lines.map(({ policy, points }) => [policy, points])).toEqual([
    ['nodomoto-people', '0,20 100,40'],
    ['fsrs-90', '0,30 100,30'],
  ]);
});

test('a case in which another rule comes out above ours is counted as one', () => {
  expect(ordersKept(report, 'recall')).toEqual({ all: 2, kept: 1 });
});

test('labels keep their order and their distance, and one alone stays where its line ends', () => {
  expect(spread([40], 9)).toEqual([40]);
  expect(spread([50, 50, 10], 10)).toEqual([45, 55, 10]);
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 100 }), { maxLength: 8 }), (places) => {
      const apart = spread(places, 9).toSorted((a, b) => a - b);
      for (const [index, place] of apart.entries())
        expect(place - (apart[index - 1] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThan(8.8);
    }),
  );
});
