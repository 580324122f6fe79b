import fc from 'fast-check';
import { expect, test } from 'vitest';
import { waitBeforeNext } from './pace.ts';

const minuteMs = 60_000;

/** When mails begin that are wanted one after the other, each so long after the one before it; some find the process started anew. */
function begins(perMinute: number, wanted: readonly { after: number; isRestart: boolean }[]): number[] {
  const begun: number[] = [];
  let now = 0;
  let last = 0;
  for (const { after, isRestart } of wanted) {
    now += after;
    if (isRestart) last = now;
    now += waitBeforeNext(perMinute, last, now);
    last = now;
    begun.push(now);
  }
  return begun;
}

test('in no minute do more mails begin than may, also over a restart', () => {
  const wanted = fc.array(fc.record({ after: fc.nat(5_000), isRestart: fc.boolean() }), { maxLength: 200 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), wanted, (perMinute, mails) => {
      const begun = begins(perMinute, mails);
      for (const from of begun)
        expect(begun.filter((at) => at >= from && at < from + minuteMs).length).toBeLessThanOrEqual(perMinute);
    }),
  );
});

test('who waits long enough waits no longer, and thirty a minute are one every two seconds', () => {
  expect(waitBeforeNext(30, 1_000, 1_000)).toBe(2_000);
  expect(waitBeforeNext(30, 1_000, 2_500)).toBe(500);
  expect(waitBeforeNext(30, 1_000, 99_000)).toBe(0);
});

test('a backlog goes as fast as it may', () => {
  const begun = begins(
    30,
    Array.from({ length: 60 }, () => ({ after: 0, isRestart: false })),
  );
  expect(begun.at(-1)).toBe(60 * 2_000);
});
