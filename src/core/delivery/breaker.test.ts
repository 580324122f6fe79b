import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOutage, type OpenBreaker, openAgain } from './breaker.ts';

const minuteMs = 60_000;
const now = Date.parse('2026-11-24T08:00:00Z');

test('the next try is 1, 2, 5 and then always 10 minutes away, and the beginning is kept', () => {
  const waits: number[] = [];
  let open: OpenBreaker | null = null;
  let at = now;
  for (let fault = 0; fault < 6; fault += 1) {
    open = openAgain(open, { trouble: 'login', reply: '535 no' }, at);
    waits.push((open.nextTryAt - at) / minuteMs);
    at = open.nextTryAt;
  }
  expect(waits).toEqual([1, 2, 5, 10, 10, 10]);
  expect(open?.since).toBe(now);
});

test('another trouble takes the place of the first, and the wait goes on rising', () => {
  const first = openAgain(null, { trouble: 'connection', reply: 'ECONNREFUSED' }, now);
  const second = openAgain(first, { trouble: 'login', reply: '535 no' }, first.nextTryAt);
  expect(second).toEqual({
    trouble: 'login',
    reply: '535 no',
    since: now,
    faults: 2,
    nextTryAt: now + 3 * minuteMs,
  });
});

test.each([
  [20, 2, true],
  [20, 1, false],
  [100, 5, false],
  [100, 6, true],
  [19, 9, false],
  [19, 10, true],
  [4, 3, true],
  [2, 2, false],
  [3, 2, false],
])('of %i tried, %i unknown recipients are an outage: %s', (tried, refused, outage) => {
  expect(isOutage({ tried, refused })).toBe(outage);
});

test('more refusals never make an outage end', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), (tried, refused) => {
      if (isOutage({ tried, refused })) expect(isOutage({ tried, refused: refused + 1 })).toBe(true);
    }),
  );
});
