import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstDayOf, isOver, lastDayOf, quarterBefore, quarterIn, quarterOf, quarterText } from './quarter.ts';

const days = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('every day lies in its quarter, which is not over on it, and over the day after its last', () => {
  fc.assert(
    fc.property(days, (day) => {
      const quarter = quarterOf(day);
      expect(firstDayOf(quarter) <= day && day <= lastDayOf(quarter)).toBe(true);
      expect(isOver(quarter, day)).toBe(false);
      expect(isOver(quarter, Temporal.PlainDate.from(lastDayOf(quarter)).add({ days: 1 }).toString())).toBe(true);
      expect(quarterIn(quarterText(quarter))).toEqual(quarter);
      const before = quarterBefore(quarter);
      expect(Temporal.PlainDate.from(lastDayOf(before)).add({ days: 1 }).toString()).toBe(firstDayOf(quarter));
    }),
  );
});

test.each(['2026-Q5', '2026', 'Q4', '', '26-Q4', '2026-Q4x'])('%j is no quarter', (text) => {
  expect(quarterIn(text)).toBe(null);
});
