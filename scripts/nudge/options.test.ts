import { expect, test } from 'vitest';
import { nowFrom } from './options.ts';

const clock = Date.parse('2026-11-24T08:00:00Z');

test('without --now it is what the clock says', () => {
  expect(nowFrom({}, 'saves', clock)).toBe(clock);
});

test('a time that has been may be given to any command', () => {
  expect(nowFrom({ now: '2026-11-24T08:00Z' }, 'saves', clock)).toBe(clock);
});

test('a time still to come is refused where something is saved, with the mend', () => {
  expect(() => nowFrom({ now: '2026-11-24T08:01Z' }, 'saves', clock)).toThrow(
    expect.objectContaining({ code: 'NOW_AHEAD', mend: expect.stringContaining('--dry-run') }),
  );
});

test('it may be looked at, dry or by a command that saves nothing', () => {
  const later = clock + 60_000;
  expect(nowFrom({ now: '2026-11-24T08:01Z', 'dry-run': true }, 'saves', clock)).toBe(later);
  expect(nowFrom({ now: '2026-11-24T08:01Z' }, 'saves nothing', clock)).toBe(later);
});
