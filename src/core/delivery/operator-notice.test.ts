import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type NoticeKind, nextNotice, nothingTold, type Standing } from './operator-notice.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const now = Date.parse('2026-11-24T08:00:00Z');
const good: Standing = { heldSince: null, waiting: 0, unknown: 0, policy: 0 };
const held = (heldSince: number): Standing => ({ ...good, heldSince });
const unknown = (count: number): Standing => ({ ...good, unknown: count });

/** Plays minutes, each with what stands then, and says which letters are written when. */
function played(minutes: readonly Standing[], stepMs = minuteMs) {
  const letters: { kind: NoticeKind; at: number }[] = [];
  let told = nothingTold;
  for (const [index, standing] of minutes.entries()) {
    const at = index * stepMs;
    for (let tries = 0; tries < 4; tries += 1) {
      const next = nextNotice(standing, told, now + at);
      told = next.told;
      if (next.kind !== null) letters.push({ kind: next.kind, at });
    }
  }
  return letters;
}

test('an outage is one letter, however often it is tried again, and its end is another', () => {
  const outage = Array.from({ length: 50 }, () => held(now));
  expect(played([good, ...outage, good, good])).toEqual([
    { kind: 'held', at: minuteMs },
    { kind: 'again', at: 51 * minuteMs },
  ]);
});

test('an outage soon after another is told once six hours have passed, if it still stands', () => {
  const hours = [held(1), good, held(2), held(2), held(2), held(2), held(2), good];
  expect(played(hours, hourMs)).toEqual([
    { kind: 'held', at: 0 },
    { kind: 'again', at: hourMs },
    { kind: 'held', at: 6 * hourMs },
    { kind: 'again', at: 7 * hourMs },
  ]);
});

test('the most that an outage kept waiting is remembered until its end', () => {
  let { told } = nextNotice({ ...held(1), waiting: 3 }, nothingTold, now);
  for (const waiting of [12, 7]) ({ told } = nextNotice({ ...held(1), waiting }, told, now));
  expect(told.held?.waited).toBe(12);
});

test('an outage that nobody was told of ends without a letter', () => {
  expect(played([held(1), good, held(2), good], hourMs)).toHaveLength(2);
});

test('more mails of unknown fate are told after six hours, the same ones never again', () => {
  const hours = [unknown(2), unknown(3), ...Array.from({ length: 20 }, () => unknown(3)), good, unknown(1)];
  expect(played(hours, hourMs)).toEqual([
    { kind: 'unknown', at: 0 },
    { kind: 'unknown', at: 6 * hourMs },
    { kind: 'unknown', at: 23 * hourMs },
  ]);
});

test('a clock that was set back by a day silences nobody', () => {
  const told = { ...nothingTold, unknown: { at: now, size: 1 } };
  expect(nextNotice(unknown(2), told, now - 24 * hourMs).kind).toBe('unknown');
});

const anyStanding = fc.record({
  heldSince: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
  waiting: fc.nat(9),
  unknown: fc.nat(4),
  policy: fc.nat(4),
});

test('of one trouble no two letters are written within six hours, and each end follows a beginning', () => {
  fc.assert(
    fc.property(fc.array(anyStanding, { maxLength: 60 }), fc.integer({ min: 1, max: 300 }), (steps, minutes) => {
      const letters = played(steps, minutes * minuteMs);
      for (const kind of ['held', 'unknown', 'policy'] as const) {
        const times = letters.filter((letter) => letter.kind === kind).map(({ at }) => at);
        for (const [index, at] of times.slice(1).entries())
          expect(at - (times[index] ?? 0)).toBeGreaterThanOrEqual(6 * hourMs);
      }
      const outages = letters.map(({ kind }) => kind).filter((kind) => kind === 'held' || kind === 'again');
      for (const [index, kind] of outages.entries()) if (kind === 'again') expect(outages[index - 1]).toBe('held');
    }),
  );
});
