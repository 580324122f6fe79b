import { expect, test } from 'vitest';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { makeCasesFile } from './make-search-file.ts';
import { type Heard, makeOtherWordsFile, nothingHeard, OtherWords } from './other-words.ts';
import { readQuery } from './read-query.ts';
import { SearchIndex } from './search-index.ts';

const catalogue = aCatalogue();
Object.assign(catalogue.cases[0] ?? {}, { title: 'A turbine works under water 震災' });
const index = new SearchIndex(makeCasesFile(catalogue, catalogue, []));
const otherWords = new OtherWords(
  makeOtherWordsFile({ heard: [{ for: 'hazards:fire', de: ['Feuer'], es: [], zh: ['火灾'] }], firms: [] }, []),
);
const unknown = (query: string, heard: Heard) => readQuery(query, index, heard).unknown;

test('a word that nobody knows counts, one that the cases know does not', () => {
  expect(unknown('turbine xylophone', nothingHeard)).toBe(1);
  expect(unknown('turbine', nothingHeard)).toBe(0);
});

test('a word put right is a guess and counts in full, one half typed a little', () => {
  expect(unknown('turbinne ', nothingHeard)).toBe(1);
  expect(unknown('turbi', nothingHeard)).toBeCloseTo(0.2);
});

test('what another language says is known, with the small words around it', () => {
  expect(unknown('das Feuer', nothingHeard)).toBeGreaterThan(0);
  expect(unknown('das Feuer', otherWords.hear('das Feuer'))).toBe(0);
});

test('of Chinese and Japanese the characters count that stand in nothing known; kana that bend a word do not', () => {
  expect(unknown('震災', nothingHeard)).toBe(0);
  expect(unknown('火灾', otherWords.hear('火灾'))).toBe(0);
  expect(unknown('電影', nothingHeard)).toBeGreaterThan(0.5);
  expect(unknown('電影のを', nothingHeard)).toBe(unknown('電影', nothingHeard));
});
