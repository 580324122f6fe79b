import { expect, test } from 'vitest';
import { estimateOf } from './estimates.ts';
import { mailsFor } from './report/savings.ts';

test('the interval is Student’s t on the seeds', () => {
  // Mean 3, standard deviation 1.5811, five values: 3 ± 2.776 × 1.5811 / √5.
  expect(estimateOf([1, 2, 3, 4, 5])).toEqual({ mean: 3, low: 1.03707, high: 4.96293 });
  expect(estimateOf([2])).toEqual({ mean: 2, low: 2, high: 2 });
});

test('e-mails for a level are read off the straight lines between points, and nothing is read beyond them', () => {
  const points = [
    { mails: 0, level: 0.2 },
    { mails: 0.5, level: 0.6 },
    { mails: 1, level: 0.7 },
  ];
  expect(mailsFor(0.4, points)).toBeCloseTo(0.25, 12);
  expect(mailsFor(0.65, points)).toBeCloseTo(0.75, 12);
  expect(mailsFor(0.8, points)).toBeNull();
  expect(mailsFor(0.1, points)).toBe(0);
});
