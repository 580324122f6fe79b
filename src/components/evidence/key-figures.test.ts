import { expect, test } from 'vitest';
import { aReport, aResult, estimate } from '#testing/a-report.ts';
import { mailsNeeded, monthlyPairs, sharesByWorld } from './key-figures.ts';

test('the newsletter is set against our rule for teams with as many e-mails, world by world', () => {
  const report = aReport({
    results: [
      aResult({ world: 'traces', policy: 'newsletter', teamMemory: 0.4 }),
      aResult({ world: 'traces', policy: 'nodomoto', setting: 'pooled-monthly', teamMemory: 0.6 }),
      aResult({ world: 'traces', policy: 'nodomoto', teamMemory: 0.9 }),
      aResult({ world: 'half-life', policy: 'nodomoto', setting: 'pooled-monthly' }),
    ],
  });
  expect(monthlyPairs(report).map(({ world, times }) => [world, times])).toEqual([['traces', 0.6 / 0.4]]);
});

test('shares of the attainable are told from the worst world to the best', () => {
  const report = aReport({
    results: [
      aResult({ world: 'traces', policy: 'nodomoto-people', share: 0.9 }),
      aResult({ world: 'half-life', policy: 'nodomoto-people', share: 0.7 }),
      aResult({ world: 'half-life', policy: 'newsletter', share: 0.1 }),
    ],
  });
  expect(sharesByWorld(report).map(({ world }) => world)).toEqual(['half-life', 'traces']);
});

test('a world in which the baseline’s memory is not reached is counted and never left out in silence', () => {
  const saving = { setting: 'weekly', policy: 'nodomoto-people', baseline: 'fsrs-90', measure: 'recall' } as const;
  const report = aReport({
    savings: [
      { ...saving, world: 'traces', mails: estimate(0.7) },
      { ...saving, world: 'half-life', mails: null },
      { ...saving, world: 'traces', measure: 'teamMemory', mails: estimate(0.2) },
    ],
  });
  expect(mailsNeeded(report, 'fsrs-90', 'recall')).toEqual({ range: { low: 0.7, high: 0.7 }, unreached: 1 });
  expect(mailsNeeded(report, 'newsletter', 'recall')).toEqual({ range: null, unreached: 0 });
});
