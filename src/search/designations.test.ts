import { expect, test } from 'vitest';
import { designationsIn } from './designations.ts';
import { fold, wordsOf } from './words.ts';

const known = new Set(['pa12', 'n95', 'ndfeb', 'isit']);
const found = (query: string) => designationsIn(fold(query), (key) => known.has(key));
const keys = (text: string) => wordsOf(text).map(({ key }) => key);

test.each([
  ['pa 12', 'pa12'],
  ['pa-12 resin', 'pa12'],
  ['n 95', 'n95'],
  ['nd-fe-b', 'ndfeb'],
  ['nd fe b', 'ndfeb'],
])('"%s" is the designation %s', (typed, key) => {
  expect(found(typed)).toContain(key);
});

test('short words that make no designation are left alone', () => {
  expect(found('is it')).toEqual([]);
  expect(found('12 pa')).toEqual([]);
});

test.each(['PA 12', 'PA-12', 'PA12'])('in a text %s is one word', (written) => {
  expect(keys(`makers of ${written} resin`)).toContain('pa12');
});

test('in a text Nd-Fe-B is one word, and a sum or a year is none', () => {
  expect(keys('Nd-Fe-B magnets')).toContain('ndfeb');
  expect(keys('about USD 60 each')).not.toContain('usd60');
  expect(keys('GM 2009')).toEqual(['gm', '2009']);
});
