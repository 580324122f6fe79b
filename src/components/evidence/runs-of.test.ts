import { expect, test } from 'vitest';
import { runsOf } from './runs-of.ts';

test('numbers that follow each other are told as one run, others by themselves', () => {
  expect(runsOf([2, 1, 3, 7])).toEqual(['1–3', '7']);
  expect(runsOf([])).toEqual([]);
});
