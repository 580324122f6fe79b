import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyDay, anyShiftPattern } from '#testing/any-work-time.ts';
import { parseShiftPattern, shiftOn } from './shift-pattern.ts';

const letterOf = { day: 'D', night: 'N', off: '-' };

function read(text: string) {
  const parsed = parseShiftPattern(text);
  if (!parsed.ok) throw new Error(parsed.wrong);
  return parsed.pattern;
}

test('a cycle starts on its date and repeats, before that date too', () => {
  const pattern = read('DDNN----@2026-01-05');
  const roster = (from: string, days: number) =>
    Array.from(
      { length: days },
      (_, add) => letterOf[shiftOn(Temporal.PlainDate.from(from).add({ days: add }), pattern)],
    ).join('');
  expect(roster('2026-01-05', 16)).toBe('DDNN----DDNN----');
  expect(roster('2026-01-01', 8)).toBe('----DDNN');
  expect(roster('2030-12-30', 8)).toBe('----DDNN');
});

test('what is written as text is read as it was', () => {
  fc.assert(
    fc.property(anyShiftPattern, (pattern) => {
      const text = `${pattern.cycle.map((shift) => letterOf[shift]).join('')}@${pattern.from}`;
      const again = read(text.toLowerCase());
      expect(again.cycle).toEqual(pattern.cycle);
      expect(again.from.equals(pattern.from)).toBe(true);
    }),
  );
});

test('a whole cycle later the shift is the same, and a cycle holds each of its shifts once', () => {
  fc.assert(
    fc.property(anyShiftPattern, anyDay, (pattern, day) => {
      const days = pattern.cycle.map((_, add) => shiftOn(day.add({ days: add }), pattern));
      expect(shiftOn(day.add({ days: pattern.cycle.length }), pattern)).toBe(days[0]);
      expect([...days].sort()).toEqual([...pattern.cycle].sort());
    }),
  );
});

test.each([
  ['DDNN----', '"" is not the date on which the cycle starts'],
  ['DDNN----@5 January', '"5 JANUARY" is not the date on which the cycle starts'],
  ['DDNN----@2026-02-30', '"2026-02-30" is not the date on which the cycle starts'],
  ['DD@2026-01-05@2026-02-05', '"2026-01-05" is not the date'],
  ['DDEE--@2026-01-05', '"E" is no shift'],
  ['----@2026-01-05', 'Nobody works in this cycle'],
  ['@2026-01-05', 'Nobody works in this cycle'],
  [`${'D'.repeat(367)}@2026-01-05`, 'A cycle of 367 days is longer than a year'],
])('a pattern that cannot be read says what is wrong and how to write it: %s', (text, wrong) => {
  const parsed = parseShiftPattern(text);
  expect(parsed).toMatchObject({ ok: false, wrong: expect.stringContaining(wrong) });
  expect(parsed).toMatchObject({ wrong: expect.stringContaining('as in DDNN----@2026-01-05') });
});
