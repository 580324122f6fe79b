import { expect, test } from 'vitest';
import { readFiles } from '../read/read-content.ts';
import { faultsInForce, libraryRules, missedRules } from './library-rules.ts';

const { parts } = readFiles('content');

test('a rule that is in force is missed by nothing', () => {
  expect(faultsInForce(parts)).toEqual([]);
});

test('what misses a rule that is not in force is counted, and refused by nothing', () => {
  const waiting = libraryRules.filter(({ inForce }) => !inForce);
  expect(missedRules(parts).map(({ rule }) => rule)).toEqual(waiting);
});
