import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseWorkingWeek } from './working-week.ts';

const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

test.each([
  ['mon-fri', [1, 2, 3, 4, 5]],
  ['sun-thu', [7, 1, 2, 3, 4]],
  ['sat-wed', [6, 7, 1, 2, 3]],
  ['Mon - Thu, sat', [1, 2, 3, 4, 6]],
  ['sun', [7]],
  ['tue-mon', [1, 2, 3, 4, 5, 6, 7]],
])('a working week: %s', (text, days) => {
  expect(parseWorkingWeek(text)).toEqual({ ok: true, week: new Set(days) });
});

test('a week can be written day by day, in any order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), (days) => {
      const text = days.map((day) => names[day - 1]).join(',');
      expect(parseWorkingWeek(text)).toEqual({ ok: true, week: new Set(days) });
    }),
  );
});

test.each([
  ['monday-friday', '"monday" is no day of the working week'],
  ['mon-wed-fri', '"mon-wed-fri" is no day of the working week'],
  ['mon,,fri', 'A day of the working week is missing'],
  ['mon-', 'A day of the working week is missing'],
  ['', 'A day of the working week is missing'],
])('a week that cannot be read says what is wrong and how to write it: %s', (text, wrong) => {
  expect(parseWorkingWeek(text)).toEqual({
    ok: false,
    wrong: `${wrong}. Write it as mon-fri, sun-thu or mon-thu,sat, with the days mon, tue, wed, thu, fri, sat, sun.`,
  });
});
