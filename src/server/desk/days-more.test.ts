import { expect, test } from 'vitest';
import { daysMoreNeeded } from './days-more.ts';

const dueOn = '2026-12-04';

/** Everything is through on `last`, given a date on or after it. */
const through = (last: string) => async (asked: string) => (asked >= last ? last : null);

test('the days more are those to the last lesson, however far the look went', async () => {
  expect(await daysMoreNeeded(dueOn, through('2026-12-05'))).toBe(1);
  expect(await daysMoreNeeded(dueOn, through('2027-01-01'))).toBe(28);
  expect(await daysMoreNeeded(dueOn, through('2027-01-02'))).toBe(29);
});

test('what no date makes fit is said to be so', async () => {
  expect(await daysMoreNeeded(dueOn, async () => null)).toBe(null);
});

test('a date that lets another module go first is not promised', async () => {
  const only = (fitting: string, last: string) => async (asked: string) => (asked === fitting ? last : null);
  expect(await daysMoreNeeded(dueOn, only('2027-01-01', '2026-12-20'))).toBe(28);
});
