import { expect, test } from 'vitest';
import { compilePhrasing, PhrasingFinder } from './phrasings.ts';
import { fold, wordsOf } from './words.ts';

function isSaid(way: string, text: string): boolean {
  const finder = new PhrasingFinder([{ meaning: 'meant', ways: compilePhrasing(way) }]);
  return finder.find(wordsOf(text), fold(text)).length > 0;
}

test('any word of each slot says it, in whatever order and form', () => {
  const way = 'only/sole supplier/vendor';
  expect(isSaid(way, 'our sole vendors')).toBe(true);
  expect(isSaid(way, 'the supplier is the only one')).toBe(true);
  expect(isSaid(way, 'our only warehouse')).toBe(false);
});

test('a few words may stand between, a sentence may not', () => {
  expect(isSaid('customs slow', 'customs have become very slow')).toBe(true);
  expect(isSaid('customs slow', 'customs officers checked every pallet twice while lorries queued, slow as ever')).toBe(
    false,
  );
});

test('one word does not fill two slots', () => {
  expect(isSaid('supplier/vendor supplier/vendor', 'our only supplier burned down')).toBe(false);
  expect(isSaid('supplier/vendor supplier/vendor', 'our supplier’s vendor')).toBe(true);
});

test('a word with a hyphen is two words, not either of them', () => {
  expect(isSaid('red-tape/forms', 'drowning in red tape')).toBe(true);
  expect(isSaid('red-tape/forms', 'our forms')).toBe(true);
  expect(isSaid('red-tape/forms', 'the red sea')).toBe(false);
});

test('a way that needs a stop word is not heard in the rest of it', () => {
  expect(isSaid('who gets first', 'first of all')).toBe(false);
});

test('a Japanese way is found inside a run of text, since words have no ends', () => {
  expect(isSaid('火災', '工場火災が起きた')).toBe(true);
  expect(isSaid('火災', '地震が起きた')).toBe(false);
});
