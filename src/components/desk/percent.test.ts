import { expect, test } from 'vitest';
import { percent } from './percent.ts';

test.each([
  [0, '0 %'],
  [0.001, '< 1 %'],
  [0.005, '1 %'],
  [0.62, '62 %'],
  [0.994, '99 %'],
  [0.995, '> 99 %'],
  [1, '100 %'],
])('%d is said as %s: what is nearly certain is not called certain', (share, said) => {
  expect(percent(share).replaceAll('\u00a0', ' ')).toBe(said);
});
