import { expect, test } from 'vitest';
import { fold, keyOf, wordsOf } from './words.ts';

const keys = (text: string) => wordsOf(text).map(({ key }) => key);

test.each([
  ['supplier', 'suppliers'],
  ['labour', 'labor'],
  ['licence', 'license'],
  ['fibre', 'fiber'],
  ['aluminium', 'aluminum'],
  ['prioritise', 'prioritize'],
  ['burned', 'burning'],
])('"%s" and "%s" are filed under one key', (one, other) => {
  expect(keyOf(one)).toBe(keyOf(other));
});

test('words that only hold a sentence together are left out; those that tell a worry stay', () => {
  expect(wordsOf('What if our only system is down?').map(({ said }) => said)).toEqual(['only', 'system', 'down']);
});

test('a country and a department in capitals are not the pronouns they look like', () => {
  expect(keys('Does it affect us?')).toEqual(keys('affect'));
  expect(wordsOf('IT in the US').map(({ said }) => said)).toEqual(['infotech', 'usa']);
});

test('of numbers only years are words', () => {
  expect(keys('14,000 cars in 2011')).toEqual(['car', '2011']);
});

test('Japanese is filed by neighbouring characters, in full or half width alike', () => {
  expect(keys('半導体')).toEqual(['半導', '導体']);
  expect(fold('ﾙﾈｻｽ')).toBe(fold('ルネサス'));
  expect(keys('ＳＡＰ停止')).toEqual(['sap', '停止']);
});

test.each([
  ['mould', 'mold'],
  ['draught', 'draft'],
  ['tyre', 'tires'],
  ['lorries', 'truck'],
  ['anaesthetic', 'anesthetic'],
])('"%s" finds "%s"', (one, other) => {
  expect(keyOf(one)).toBe(keyOf(other));
});

test('a term of the trade in several words is one word', () => {
  expect(keys('just in time')).toEqual(keys('just-in-time'));
  expect(keys('just in time')).toHaveLength(1);
});
