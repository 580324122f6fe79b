import { expect, test } from 'vitest';
import { waits } from './waits.ts';

test.each([
  'Wait for the letter; five weeks give you time',
  'Nothing yet; twelve weeks are more than the eleven you need',
  'Leave them all as they stand',
  'Sign next year, and do nothing until then',
])('"%s" waits', (option) => {
  expect(waits(option)).toBe(true);
});

test.each([
  'Ask the maker how long it would take',
  'Keep the oven for one day a week until both stages are finished',
  'Have the waiting orders moved to the other works',
])('"%s" does something', (option) => {
  expect(waits(option)).toBe(false);
});
