import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockSlackMs, clockStepMs } from './clock.ts';

const anyMs = fc.integer({ min: 0, max: 4_000_000_000 });

test('a clock that nobody sets takes no step, however long passes', () => {
  fc.assert(
    fc.property(anyMs, anyMs, anyMs, (clock, passed, later) => {
      expect(clockStepMs({ clock, passed }, { clock: clock + later, passed: passed + later })).toBe(0);
    }),
  );
});

test('a clock that is set is found out by as much as it was, forwards and backwards', () => {
  fc.assert(
    fc.property(anyMs, anyMs, fc.integer({ min: -4_000_000_000, max: 4_000_000_000 }), (clock, later, step) => {
      const after = { clock: clock + later + step, passed: later };
      expect(clockStepMs({ clock, passed: 0 }, after)).toBe(Math.abs(step) > clockSlackMs ? step : 0);
    }),
  );
});
