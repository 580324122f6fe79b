import { expect, test } from 'vitest';
import { isLongSilence } from './long-silence.ts';

const now = Date.parse('2026-11-24T08:00:00Z');
const daysAgo = (days: number) => now - days * 24 * 3_600_000;

test.each([
  [6, 60, true],
  [5, 200, false],
  [6, 59, false],
  [40, 59, false],
  [8, 180, true],
])('%i mails since %i days without a sign of life: %s', (mails, days, isLong) => {
  expect(isLongSilence({ mails, firstAt: daysAgo(days) }, now)).toBe(isLong);
});
