import { expect, test } from 'vitest';
import { barOf, pilesOf, ticksOf, yearsOf } from './years.ts';

const years = yearsOf([{ start: '1997-02-01' }, { start: '2024' }], 2026);

test('the scale begins and ends on a tick, before the first case and after today', () => {
  expect(years).toEqual({ from: 1995, to: 2030, step: 5 });
  expect(ticksOf(years)).toEqual([1995, 2000, 2005, 2010, 2015, 2020, 2025]);
});

test('a bar runs from the start to the end of its case', () => {
  expect(barOf({ start: '2010', end: '2014' }, years, 350)).toEqual({ x: 150, length: 50 });
});

test('a case of one day is still a mark that can be seen', () => {
  expect(barOf({ start: '2023-07-04' }, years, 350).length).toBe(5);
});

test('cases of one year are piled up', () => {
  const piles = pilesOf([{ start: '2021-02' }, { start: '2021-03-23' }, { start: '2022' }], years, 350);
  expect(piles).toEqual([
    { x: 265, y: 0 },
    { x: 265, y: 1 },
    { x: 275, y: 0 },
  ]);
});
