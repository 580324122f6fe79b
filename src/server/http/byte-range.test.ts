import fc from 'fast-check';
import { expect, test } from 'vitest';
import { askedPart, isSameVersion } from './byte-range.ts';

test.each([
  ['bytes=0-3', { start: 0, end: 3 }],
  ['bytes=7-', { start: 7, end: 9 }],
  ['bytes=7-900', { start: 7, end: 9 }],
  ['bytes=-3', { start: 7, end: 9 }],
  ['bytes=-900', { start: 0, end: 9 }],
  [' bytes=9-9 ', { start: 9, end: 9 }],
  ['bytes=10-', 'beyond'],
  ['bytes=10-12', 'beyond'],
  ['bytes=-0', 'beyond'],
  ['bytes=3-1', 'whole'],
  ['bytes=-', 'whole'],
  ['bytes=', 'whole'],
  ['bytes=0-1,3-4', 'whole'],
  ['bytes=--1', 'whole'],
  ['bytes=+1-2', 'whole'],
  ['bytes=1.5-2', 'whole'],
  ['bytes=0x1-2', 'whole'],
  ['bytes=1e1-2', 'whole'],
  ['bytes=99999999999999999999-', 'whole'],
  ['Bytes=0-3', 'whole'],
  ['lines=0-3', 'whole'],
  [undefined, 'whole'],
] as const)('of ten bytes %j asks for %j', (range, part) => {
  expect(askedPart(range, 10)).toEqual(part);
});

test('of an empty file there is no part', () => {
  for (const range of ['bytes=0-', 'bytes=0-0', 'bytes=-1']) expect(askedPart(range, 0)).toBe('beyond');
});

const anything = fc.oneof(
  fc.string(),
  fc.string().map((rest) => `bytes=${rest}`),
  fc.tuple(fc.maxSafeNat(), fc.maxSafeNat()).map(([start, end]) => `bytes=${start}-${end}`),
  fc.nat(30).map((count) => `bytes=-${count}`),
);

test('whatever is asked for, what is sent lies within the file', () => {
  fc.assert(
    fc.property(anything, fc.nat(40), (range, size) => {
      const part = askedPart(range, size);
      if (typeof part === 'string') return;
      expect(part.start).toBeGreaterThanOrEqual(0);
      expect(part.end).toBeGreaterThanOrEqual(part.start);
      expect(part.end).toBeLessThan(size);
    }),
    { numRuns: 2000 },
  );
});

test('a part belongs to the version that was changed at the second named, and to no weak tag', () => {
  const changedAt = new Date('2026-11-30T12:00:00.400Z');
  expect(isSameVersion(undefined, changedAt)).toBe(true);
  expect(isSameVersion('Mon, 30 Nov 2026 12:00:00 GMT', changedAt)).toBe(true);
  expect(isSameVersion('Mon, 30 Nov 2026 12:00:01 GMT', changedAt)).toBe(false);
  expect(isSameVersion('W/"a-1"', changedAt)).toBe(false);
});
