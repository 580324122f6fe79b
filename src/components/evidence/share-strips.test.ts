import { expect, test } from 'vitest';
import { aReport, aResult } from '#testing/a-report.ts';
import { alongStrip, shareStrips } from './share-strips.ts';

const report = aReport({
  results: [
    aResult({ world: 'traces', policy: 'nothing', share: 0 }),
    aResult({ world: 'traces', policy: 'newsletter', share: 0.2 }),
    aResult({ world: 'half-life', policy: 'newsletter', share: 0.1 }),
    aResult({ world: 'traces', policy: 'nodomoto-people', share: 0.9 }),
    aResult({ world: 'half-life', policy: 'nodomoto-people', share: 0.7 }),
    aResult({ world: 'traces', policy: 'sm-2', setting: 'pooled', share: 1 }),
  ],
});

test('rules are sorted by their mean over worlds, and sending nothing is not one of them', () => {
  const strips = shareStrips(report, 'weekly');
  expect(strips.map(({ policy, ours }) => [policy, ours])).toEqual([
    ['nodomoto-people', true],
    ['newsletter', false],
  ]);
  expect(strips[0]?.mean).toBeCloseTo(0.8);
});

test('a strip names its worst and its best world', () => {
  const [first] = shareStrips(report, 'weekly');
  expect([first?.worst.world, first?.best.world]).toEqual(['half-life', 'traces']);
  expect([first?.worst.x, first?.best.x]).toEqual([70, 90]);
});

test('a share that chance carried past the bound stays on the strip', () => {
  expect([alongStrip(-0.01), alongStrip(0.5), alongStrip(1.02)]).toEqual([0, 50, 100]);
});
