import { expect, test } from 'vitest';
import { joinedWords, partsOf } from './compounds.ts';
import { wordsOf } from './words.ts';

const known = new Set(['warehous', 'fire', 'carmak']);
const isKnown = (key: string) => known.has(key);

test('two known words written as one are read as both', () => {
  expect(partsOf('warehousefire', isKnown)).toEqual(['warehous', 'fire']);
  expect(partsOf('warehouseflood', isKnown)).toEqual([]);
});

test('one known word written as two is found', () => {
  expect(joinedWords(wordsOf('a car maker in trouble'), isKnown)).toEqual(['carmak']);
  expect(joinedWords(wordsOf('a car in trouble'), isKnown)).toEqual([]);
});
