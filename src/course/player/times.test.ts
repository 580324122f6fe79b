import fc from 'fast-check';
import { expect, test } from 'vitest';
import { duration, timeOfDay12, timespan12, timestamp2004, timestampXapi } from './times.ts';

/** As the specifications have them (SCORM 1.2 RTE 3.4.2, SCORM 2004 RTE 4.1.1.7, xAPI 4.2.7). */
const forms = {
  timespan12: /^\d{2,4}:[0-5]\d:[0-5]\d\.\d{2}$/,
  timeOfDay12: /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/,
  duration: /^PT\d+(\.\d{1,2})?S$/,
  timestamp2004: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{1,2}Z$/,
};

test('every length and every instant is written in the form of its edition', () => {
  const lengths = fc.oneof(fc.integer({ min: 0, max: 400_000_000 }), fc.double({ min: 0, max: 1e8, noNaN: true }));
  const instants = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(lengths, instants, (ms, at) => {
      expect(timespan12(ms)).toMatch(forms.timespan12);
      expect(duration(ms)).toMatch(forms.duration);
      expect(timestamp2004(at)).toMatch(forms.timestamp2004);
      expect(timeOfDay12(at)).toMatch(forms.timeOfDay12);
    }),
  );
});

test('an answer on a whole second keeps its fraction, without which a player refuses the zone', () => {
  expect(timestamp2004(new Date('2026-11-30T09:30:00Z'))).toBe('2026-11-30T09:30:00.00Z');
  expect(timestampXapi(new Date('2026-11-30T09:30:00Z'))).toBe('2026-11-30T09:30:00.000Z');
});

test('a length is told to the hundredth', () => {
  expect(timespan12(3_723_456)).toBe('01:02:03.46');
  expect(timespan12(59_999)).toBe('00:01:00.00');
  expect(duration(93_555)).toBe('PT93.56S');
  expect(duration(0)).toBe('PT0S');
});
