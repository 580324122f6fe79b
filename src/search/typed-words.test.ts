import { expect, test } from 'vitest';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { makeCasesFile } from './make-search-file.ts';
import { SearchIndex } from './search-index.ts';
import { typedWords } from './typed-words.ts';

const catalogue = aCatalogue();
const index = new SearchIndex(makeCasesFile(catalogue, catalogue, []));

test('the stories are asked for words as they were typed, not for what they are ranked by', () => {
  expect(typedWords('Just-in-time', index)).toEqual(['Just-in-time']);
  expect(typedWords('our lorries, supplies', index)).toEqual(expect.arrayContaining(['lorries', 'supplies']));
});

test('words that hold a sentence together are not asked for', () => {
  expect(typedWords('what if the plant', index)).toEqual(['plant']);
});

test('Japanese is asked for as it stands', () => {
  expect(typedWords(' 半導体 不足 ', index)).toEqual(['半導体 不足']);
});
