import { expect, test } from 'vitest';
import { anniversaryOf } from './anniversary.ts';

test.each([
  ['three days before its day', '2026-03-08', 15],
  ['on its day', '2026-03-11', 15],
  ['three days after its day', '2026-03-14', 15],
  ['four days after its day', '2026-03-15', null],
  ['in the week it happened', '2011-03-12', null],
])('an event of 11 March 2011 %s', (_, on, years) => {
  expect(anniversaryOf('2011-03-11', on)).toBe(years);
});

test('the week of an event at New Year lies in two years', () => {
  expect(anniversaryOf('2017-01-01', '2026-12-30')).toBe(10);
  expect(anniversaryOf('2016-12-31', '2027-01-02')).toBe(10);
});

test('an event of which only month or year is known has no anniversary', () => {
  expect(anniversaryOf('2011-10', '2026-10-15')).toBeNull();
  expect(anniversaryOf('2011', '2026-01-01')).toBeNull();
});

test('an event of a leap day is remembered on the last of February', () => {
  expect(anniversaryOf('2024-02-29', '2027-02-28')).toBe(3);
});
