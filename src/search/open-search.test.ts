import { expect, test } from 'vitest';
import type { ConceptFile } from '#catalogue/schema/concept.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { makeCasesFile } from './make-search-file.ts';
import { openSearch } from './open-search.ts';
import { makeOtherWordsFile } from './other-words.ts';

const concepts: ConceptFile[] = [{ id: 'burned', ways: ['burn/blaze'], in: { ja: ['火事'] } }];

/** The same three cases told in both languages; the second is a fire at a pump works, and only the Japanese text speaks of 揚水. */
function searchOn(page: 'en' | 'ja') {
  const english = aCatalogue();
  const fire = english.cases[1];
  if (!fire) throw new Error('the fixture has three cases');
  Object.assign(fire, { title: 'The pump works of Turin went up in a blaze', hazards: ['fire'] });
  const japanese = structuredClone(english);
  japanese.language = 'ja';
  Object.assign(japanese.cases[1] ?? {}, { title: '揚水工場の火事', toldIn: 'ja' });
  const files = { en: makeCasesFile(english, english, concepts), ja: makeCasesFile(japanese, english, concepts) };
  const search = openSearch(files[page]);
  if (!search) throw new Error('the file is one of this version');
  return { search, elsewhere: files[page === 'en' ? 'ja' : 'en'] };
}
const words = makeOtherWordsFile({ heard: [{ for: 'burned', de: ['Feuer'], es: [], zh: [] }], firms: [] }, []);

test('Japanese on the English page asks for the Japanese index, which then answers, and says so', () => {
  const { search, elsewhere } = searchOn('en');
  expect(search.lacks('揚水')).toMatchObject({ otherLanguage: true });
  expect(search.rank('揚水').cases).toEqual([]);
  search.addOtherLanguage(elsewhere);
  expect(search.lacks('揚水')).toMatchObject({ otherLanguage: false });
  const found = search.rank('揚水');
  expect(found.cases[0]?.id).toBe('fire-1997');
  expect(found.foundIn.get('fire-1997')).toBe('ja');
});

test('English on the Japanese page asks for the English index; short Latin names in Japanese do not', () => {
  const { search } = searchOn('ja');
  expect(search.lacks('pump works').otherLanguage).toBe(true);
  expect(search.lacks('just-in-time').otherLanguage).toBe(true);
  expect(search.lacks('EU 規制').otherLanguage).toBe(false);
  expect(search.lacks('ｋｙ').otherLanguage).toBe(false);
});

test('a query in the words of the page asks for nothing more, and nothing else is heard in it', () => {
  const { search, elsewhere } = searchOn('en');
  search.addOtherLanguage(elsewhere);
  search.addOtherWords(words);
  expect(search.lacks('pump works ')).toEqual({ otherLanguage: false, otherWords: false });
  expect(search.rank('pump works').foundIn.size).toBe(0);
});

test('a word that the page does not know asks for further languages, and is then heard', () => {
  const { search } = searchOn('en');
  expect(search.lacks('Feuer').otherWords).toBe(true);
  search.addOtherWords(words);
  expect(search.rank('Feuer').cases[0]?.id).toBe('fire-1997');
});

test('what shares no more than a word with the library is not close, and a thing it is about is', () => {
  const { search } = searchOn('en');
  expect(search.rank('turin pump works blaze').isClose).toBe(true);
  expect(search.rank('who works on sunday in the swimming pool').isClose).toBe(false);
  expect(search.rank('xylophone').isClose).toBe(false);
});

test('a file of another version adds nothing', () => {
  const { search, elsewhere } = searchOn('en');
  search.addOtherLanguage({ ...elsewhere, version: 0 });
  search.addOtherWords({ ...words, version: 0 });
  expect(search.lacks('揚水 Feuer')).toEqual({ otherLanguage: true, otherWords: true });
});
