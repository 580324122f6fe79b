import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inSteps } from './in-steps.ts';
import { figuresHeld, mayCompareWith, restDays } from './smallest-team.ts';

const on = '2026-11-24';
const staying = (count: number) => Array.from({ length: count }, () => ({ leavesOn: null }));
const leaver = (leavesOn: string) => ({ leavesOn });

test('a team has figures from the smallest size on, counted by those in post', () => {
  expect(figuresHeld(staying(4), on, 5)).toBe('too-few');
  expect(figuresHeld(staying(5), on, 5)).toBeNull();
  expect(figuresHeld(staying(3), on, 3)).toBeNull();
  expect(figuresHeld([...staying(4), leaver('2026-11-24')], on, 5), 'the last day is a day in post').toBeNull();
  expect(figuresHeld([...staying(4), leaver('2026-11-23')], on, 5)).toBe('too-few');
});

test('figures rest for four weeks after somebody left a team that is not twice the smallest size', () => {
  expect(figuresHeld([...staying(5), leaver('2026-11-23')], on, 5)).toBe('just-left');
  expect(figuresHeld([...staying(9), leaver('2026-11-23'), leaver('2026-11-01')], on, 5)).toBe('just-left');
  expect(figuresHeld([...staying(5), leaver('2026-10-27')], on, 5), 'the 28th day').toBe('just-left');
  expect(figuresHeld([...staying(5), leaver('2026-10-26')], on, 5)).toBeNull();
  expect(figuresHeld([...staying(10), leaver('2026-11-23')], on, 5)).toBeNull();
});

test('now and later are not set side by side when one or two leave in between', () => {
  const later = '2027-02-23';
  expect(mayCompareWith(staying(6), on, later)).toBe(true);
  expect(mayCompareWith([...staying(6), leaver('2026-12-31')], on, later)).toBe(false);
  expect(mayCompareWith([...staying(6), leaver('2027-03-31')], on, later)).toBe(true);
  expect(mayCompareWith([...staying(6), leaver('2026-11-01')], on, later), 'in neither').toBe(true);
  expect(
    mayCompareWith([...staying(6), leaver('2026-12-01'), leaver('2026-12-02'), leaver('2026-12-03')], on, later),
  ).toBe(true);
});

test('figures of two days within the rest are of the same people, unless many are left', () => {
  const day = fc.integer({ min: 0, max: 60 }).map((days) => Temporal.PlainDate.from(on).add({ days }).toString());
  const people = fc.array(fc.record({ leavesOn: fc.option(day) }), { maxLength: 12 });
  const gaps = fc.integer({ min: 1, max: restDays });
  fc.assert(
    fc.property(people, day, gaps, fc.integer({ min: 3, max: 6 }), (team, first, gap, smallest) => {
      const second = Temporal.PlainDate.from(first).add({ days: gap }).toString();
      fc.pre(figuresHeld(team, first, smallest) === null && figuresHeld(team, second, smallest) === null);
      const inPost = (at: string) => team.filter(({ leavesOn }) => leavesOn === null || at <= leavesOn).length;
      expect(inPost(first) === inPost(second) || inPost(second) >= 2 * smallest).toBe(true);
    }),
  );
});

test('a chance is told in steps of ten, and never as none or all', () => {
  expect([0, 0.04, 0.149, 0.151, 0.55, 0.96, 1].map(inSteps)).toEqual([0.1, 0.1, 0.1, 0.2, 0.6, 0.9, 0.9]);
});
