import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterAnswerOf, type Calibration, calibrated, uncalibrated } from './calibration.ts';

const chances = fc.double({ min: 0, max: 1, noNaN: true });
const answers = fc.array(fc.record({ predicted: chances, right: fc.boolean() }), { maxLength: 80 });
const after = (log: readonly { predicted: number; right: boolean }[]): Calibration =>
  log.reduce((record, { predicted, right }) => afterAnswerOf(record, predicted, right), uncalibrated);
const sameAnswers = (count: number, predicted: number, right: boolean) =>
  after(Array.from({ length: count }, () => ({ predicted, right })));

test('without answers the model is left alone', () => {
  expect(calibrated(0.7, uncalibrated)).toBe(0.7);
});

test('whoever knows more than predicted is trusted more, and the reverse', () => {
  expect(calibrated(0.6, sameAnswers(20, 0.6, true))).toBeGreaterThan(0.7);
  expect(calibrated(0.6, sameAnswers(20, 0.6, false))).toBeLessThan(0.5);
});

test('a few answers move little, many move more', () => {
  const shift = (count: number) => calibrated(0.6, sameAnswers(count, 0.6, true)) - 0.6;
  expect(shift(2)).toBeLessThan(shift(10));
  expect(shift(10)).toBeLessThan(shift(40));
});

test('somebody predicted well is left as predicted', () => {
  const log = Array.from({ length: 40 }, (_, index) => ({ predicted: 0.75, right: index % 4 !== 0 }));
  expect(calibrated(0.75, after(log))).toBeCloseTo(0.75, 2);
});

test('whatever the record, a chance stays a chance and their order is kept', () => {
  fc.assert(
    fc.property(answers, chances, chances, (log, a, b) => {
      const record = after(log);
      const [low, high] = [calibrated(Math.min(a, b), record), calibrated(Math.max(a, b), record)];
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(high).toBeGreaterThanOrEqual(low);
    }),
  );
});

test('a lesson never met stays unknown, however able the person', () => {
  expect(calibrated(0, sameAnswers(30, 0.5, true))).toBe(0);
});
