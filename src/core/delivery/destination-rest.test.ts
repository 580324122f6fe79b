import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asksToSlowDown, holdsAllButOne, type Rest, restAfter } from './destination-rest.ts';

const minuteMs = 60_000;

test.each([
  ['421 4.7.0 [TSS04] Messages temporarily deferred due to unexpected volume or user complaints', true],
  ['421-4.7.28 Gmail has detected an unusual rate of unsolicited mail.\n421 4.7.28 gsmtp', true],
  ['421 too many errors', true],
  ['451 4.7.500 Server busy. Please try again later', true],
  ['451 4.7.1 The rate limit was exceeded', true],
  ['450 4.7.0 too much mail from your address', true],
  ['452 4.5.3 Too many recipients received this hour', true],
  ['432 4.3.2 Concurrent connections limit exceeded. Visit https://aka.ms/concurrent_sending', true],
  ['450 Throttled: slow down', true],
  ['450 4.2.1 The user you are trying to contact is receiving mail at a rate that is too high', false],

  ['450 4.2.0 <a@b.example>: Recipient address rejected: Greylisted, see http://postgrey.example/', false],
  ['451 4.7.1 Greylisting in action, please come back later', false],
  ['451 4.7.1 Gray-listed, try later', false],
  ['451 Temporary failure, please try again later.', false],
  ['451 4.7.1 Please try again later', false],
  ['451 4.3.0 busy', false],
  ['452 4.2.2 mailbox full', false],
  ['450 4.1.1 perhaps no such user', false],
  ['550 5.7.1 too many', false],
  ['The server closed the connection.', false],
])('“%s” asks for fewer mails to its domain: %s', (reply, asks) => {
  expect(asksToSlowDown(reply)).toBe(asks);
});

test('each time it asks anew the rest is longer, up to an hour', () => {
  const waits: number[] = [];
  let rest: Rest | undefined;
  let now = 0;
  for (let turn = 0; turn < 7; turn += 1) {
    rest = restAfter(rest, '421 too many', now);
    waits.push((rest.until - now) / minuteMs);
    now = rest.until;
  }
  expect(waits).toEqual([5, 10, 20, 40, 60, 60, 60]);
});

test.each([
  [5, [0, 0, 0, 0], true],
  [5, [0, 0, 0], false],
  [5, [0, 0, 0, 4_000], false],
  [3, [0, 0], true],
  // With so few connections, one silent recipient would stop all others of a firm.
  [2, [0], false],
  [1, [0], false],
])(
  'of %i connections, mails to one domain begun at %j leave the last one to others: %s',
  (connections, begun, holds) => {
    expect(holdsAllButOne(begun, connections, 6_000)).toBe(holds);
  },
);

test('what a mail under way adds never lets go of the last connection', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(10_000)),
      fc.integer({ min: 1, max: 20 }),
      fc.nat(10_000),
      (begun, connections, more) => {
        if (holdsAllButOne(begun, connections, 10_000))
          expect(holdsAllButOne([...begun, more], connections, 10_000)).toBe(true);
      },
    ),
  );
});
