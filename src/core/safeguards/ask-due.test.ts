import { expect, test } from 'vitest';
import { awaitsOwner, isAskDue } from './ask-due.ts';
import { standingOn } from './standing.ts';

const entered = (day: string) => ({ act: 'added' as const, day, at: Date.parse(day), note: null, reasonRead: false });
const stands = standingOn([entered('2025-12-14')], '2026-11-30');

test('an owner is asked from two weeks before the year is over', () => {
  expect(stands.dueOn).toBe('2026-12-14');
  expect([isAskDue(stands, null, '2026-11-29'), isAskDue(stands, null, '2026-11-30')]).toEqual([false, true]);
});

test('whoever was asked is not asked again for a year, though it still waits for their word', () => {
  expect(isAskDue(stands, '2026-12-01', '2027-03-01')).toBe(false);
  expect(isAskDue(stands, '2026-12-01', '2027-12-01')).toBe(true);
  expect(awaitsOwner(stands, '2027-03-01')).toBe(true);
  expect(isAskDue(stands, '2025-12-01', '2026-12-01'), 'that was of the year before').toBe(true);
});

test('of what is retired, or said not to be kept, nobody is asked', () => {
  const later = (act: 'retired' | 'not-kept') => ({ ...entered('2026-01-01'), act });
  for (const act of ['retired', 'not-kept'] as const)
    expect(isAskDue(standingOn([entered('2025-01-01'), later(act)], '2026-11-30'), null, '2026-11-30')).toBe(false);
});
