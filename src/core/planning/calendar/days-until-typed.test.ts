import { expect, it } from 'vitest';
import { daysUntilTyped } from './calendar.ts';

it('counts the days to a typed date, also backwards and over a leap day', () => {
  expect(daysUntilTyped('2026-11-24', '2026-12-01')).toBe(7);
  expect(daysUntilTyped('2026-11-24', '2026-11-23')).toBe(-1);
  expect(daysUntilTyped('2028-02-28', '2028-03-01')).toBe(2);
});

it.each(['', 'tomorrow', '2026-13-01', '2026-02-30', '24.11.2026', '2026-11-24T00:00Z'])(
  'takes "%s" for no date',
  (typed) => {
    expect(daysUntilTyped('2026-11-24', typed)).toBeNull();
  },
);
