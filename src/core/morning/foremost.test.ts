import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foremost, morningKinds, mostLines, pressOf, type Ranked } from './foremost.ts';

const line = fc.record({
  kind: fc.constantFrom(...morningKinds),
  teamId: fc.integer({ min: 1, max: 40 }),
  days: fc.integer({ min: 0, max: 90 }),
  stake: fc.double({ min: 0, max: 1, noNaN: true }),
});
const lines = fc.array(line, { maxLength: 60 });

const aLine = (kind: Ranked['kind'], teamId: number, days = 7, stake = 0.5): Ranked => ({ kind, teamId, days, stake });

test('there are never more than seven lines, each of those that were given, what presses most in front', () => {
  fc.assert(
    fc.property(lines, fc.string(), (all, seed) => {
      const chosen = foremost(all, seed);
      expect(chosen.length).toBeLessThanOrEqual(mostLines);
      expect(chosen.every((one) => all.includes(one))).toBe(true);
      for (const [index, one] of chosen.entries())
        expect(pressOf(one)).toBeLessThanOrEqual(pressOf(chosen[index - 1] ?? one));
    }),
  );
});

test('what presses most of all is always shown', () => {
  fc.assert(
    fc.property(lines, fc.string(), (all, seed) => {
      const most = Math.max(...all.map(pressOf));
      if (all.length > 0) expect(pressOf(foremost(all, seed)[0] ?? aLine('news', 0))).toBe(most);
    }),
  );
});

test('the less time is left and the more is at stake, the further in front', () => {
  const soon = aLine('leaving', 1, 2);
  const later = aLine('leaving', 2, 40);
  const dear = aLine('leaving', 3, 2, 0.9);
  expect(foremost([later, soon, dear], '')).toEqual([dear, soon, later]);
});

test('with many teams no team takes more than two lines; with one team all lines are its own', () => {
  const ofOne = morningKinds.map((kind) => aLine(kind, 1, 0, 1));
  const others = [2, 3, 4, 5, 6].map((teamId) => aLine('undescribed', teamId, 30, 0.1));
  const chosen = foremost([...ofOne, ...others], '2026-11-30');
  expect(chosen.filter(({ teamId }) => teamId === 1)).toHaveLength(2);
  expect(chosen).toHaveLength(7);
  expect(foremost(ofOne, '2026-11-30')).toHaveLength(7);
});

test('equals stand in an order of the day: the same all day, and not always the oldest team in front', () => {
  const equals = Array.from({ length: 30 }, (_, index) => aLine('undescribed', index + 1));
  const firsts = ['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03'].map((day) => foremost(equals, day)[0]);
  expect(new Set(firsts).size).toBeGreaterThan(1);
  expect(foremost(equals.toReversed(), '2026-11-30')).toEqual(foremost(equals, '2026-11-30'));
});

test('a morning without anything has no lines', () => {
  expect(foremost([], '')).toEqual([]);
});
