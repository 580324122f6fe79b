import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isLetterWanted, letterLifeMs } from './next-letter.ts';

const minute = 60_000;
const now = Date.parse('2026-11-24T08:30:00Z');

test('whoever has no link that still opens the desk is sent one, however often anybody asked', () => {
  fc.assert(
    fc.property(fc.nat({ max: 10_000 }), (asked) => {
      expect(isLetterWanted({ lastUnusedAt: null, askedInHour: asked, now })).toBe(true);
    }),
  );
});

test('nobody is left with a link of less than half its life, however often a stranger asked', () => {
  fc.assert(
    fc.property(fc.nat({ max: 10_000 }), fc.nat({ max: letterLifeMs }), (askedInHour, age) => {
      const wanted = isLetterWanted({ lastUnusedAt: now - age, askedInHour, now });
      expect(wanted || letterLifeMs - age >= letterLifeMs / 2).toBe(true);
    }),
  );
});

test('another letter goes when the last is older than two minutes', () => {
  const ask = (age: number) => isLetterWanted({ lastUnusedAt: now - age, askedInHour: 1, now });
  expect([ask(0), ask(2 * minute - 1), ask(2 * minute)]).toEqual([false, false, true]);
});

test('whoever asked more than six times in an hour waits until the last letter is ten minutes old', () => {
  const ask = (askedInHour: number, age: number) => isLetterWanted({ lastUnusedAt: now - age, askedInHour, now });
  expect([ask(6, 3 * minute), ask(7, 3 * minute), ask(7, 10 * minute)]).toEqual([true, false, true]);
});
