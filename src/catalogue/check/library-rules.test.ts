import { expect, test } from 'vitest';
import { readFiles } from '../read/read-content.ts';
import { faultsInForce, missedRules } from './library-rules.ts';

const { parts } = readFiles('content');

test('a rule that is in force is missed by nothing', () => {
  expect(faultsInForce(parts, true)).toEqual([]);
});

test('a rule of the whole library says nothing while a part of it is missing', () => {
  const two = { cases: parts.cases.slice(0, 2) };
  expect(faultsInForce(two, true).length).toBeGreaterThan(0);
  expect(faultsInForce(two, false)).toEqual([]);
});

test('every rule is in force', () => {
  expect(missedRules(parts)).toEqual([]);
});
