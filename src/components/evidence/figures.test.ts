import { expect, test } from 'vitest';
import { figuresIn, rangeOf, withoutIdleZero } from './figures.ts';

const en = figuresIn('en');
const ja = figuresIn('ja');

test('a share keeps one digit after the point, so that 94.6 % is never shown as the goal of 95 %', () => {
  expect(en.percent(0.946)).toBe('94.6\u00a0%');
  expect(ja.percent(0.946)).toBe('94.6％');
});

test('a range names the unit once, and is one figure when both ends read alike', () => {
  expect(en.percentRange({ low: 0.128, high: 0.385 })).toBe('12.8 to 38.5\u00a0%');
  expect(ja.percentRange({ low: 0.128, high: 0.385 })).toBe('12.8〜38.5％');
  expect(en.percentRange({ low: 0.5, high: 0.50001 })).toBe('50.0\u00a0%');
});

test('a loss below zero has a true minus sign, and nothing has one before a zero', () => {
  expect(en.fixed(-0.0319, 3)).toBe('\u22120.032');
  expect(en.fixed(-0.00001, 3)).toBe('0.000');
});

test('a round target is written without a digit after the point, and no other figure loses one', () => {
  expect(withoutIdleZero(en.percent(0.95))).toBe('95\u00a0%');
  expect(withoutIdleZero('0.5\u00a0%')).toBe('0.5\u00a0%');
  expect(withoutIdleZero('1.05')).toBe('1.05');
});

test('no values have no range', () => {
  expect(rangeOf([])).toBeNull();
  expect(rangeOf([2, 1, 3])).toEqual({ low: 1, high: 3 });
});
