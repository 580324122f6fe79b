import fc from 'fast-check';
import { expect, test } from 'vitest';
import { retryDelayMs } from './retry-delay.ts';

const attempts = fc.integer({ min: 1, max: 60 });
const ids = fc.integer({ min: 1, max: 2 ** 31 });

test('a retry waits 300 seconds doubled by each attempt, at most 4,000, give or take a fifth', () => {
  fc.assert(
    fc.property(attempts, ids, (attempt, id) => {
      const plain = Math.min(4_000_000, 300_000 * 2 ** (attempt - 1));
      expect(retryDelayMs(attempt, id)).toBeGreaterThanOrEqual(plain * 0.8);
      expect(retryDelayMs(attempt, id)).toBeLessThanOrEqual(plain * 1.2);
    }),
  );
});

test('the same message waits the same, and a crowd of messages does not return at once', () => {
  const waits = Array.from({ length: 100 }, (_, index) => retryDelayMs(1, index + 1));
  expect(waits).toEqual(Array.from({ length: 100 }, (_, index) => retryDelayMs(1, index + 1)));
  expect(new Set(waits).size).toBeGreaterThan(90);
});
