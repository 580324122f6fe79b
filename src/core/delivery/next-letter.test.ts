import { expect, test } from 'vitest';
import { isLetterWanted } from './next-letter.ts';

const minute = 60_000;
const now = Date.parse('2026-11-24T08:30:00Z');

test('whoever has no link that opens the desk in their browser is sent one', () => {
  expect(isLetterWanted(null, now)).toBe(true);
});

test('another letter goes when the last is older than two minutes', () => {
  const ask = (age: number) => isLetterWanted(now - age, now);
  expect([ask(0), ask(2 * minute - 1), ask(2 * minute)]).toEqual([false, false, true]);
});
