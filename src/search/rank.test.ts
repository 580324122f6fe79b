import { expect, test } from 'vitest';
import type { Catalogue } from '#catalogue/catalogue.ts';
import type { ConceptFile } from '#catalogue/schema/concept.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { makeCasesFile, makeOthersFile } from './make-search-file.ts';
import { rank } from './rank.ts';
import { SearchIndex } from './search-index.ts';

const nothing = {
  hazards: [],
  sectors: [],
  inputs: [],
  dependencies: [],
  routes: [],
  systems: [],
  roles: [],
  lessons: [],
  kinds: [],
  instruments: [],
};

const concepts: ConceptFile[] = [
  { id: 'burned', ways: ['burn/blaze'], means: { ...nothing, hazards: ['fire'] }, in: { ja: ['火事'] } },
];

/** Three cases; the second is a fire in Turin that made pumps, the third a storm. */
function aLibrary(language: 'en' | 'ja' = 'en'): Catalogue {
  const catalogue = aCatalogue();
  const [flood, fire, storm] = catalogue.cases;
  if (!flood || !fire || !storm) throw new Error('the fixture has three cases');
  Object.assign(fire, { title: 'The pump works of Turin', hazards: ['fire'], inputs: ['saline'], countries: ['IT'] });
  Object.assign(storm, { title: 'A roof in the wind', hazards: ['storm'], dependencies: ['many-sites'] });
  return { ...catalogue, language };
}

function ask(query: string, language: 'en' | 'ja' = 'en') {
  const catalogue = aLibrary(language);
  const index = new SearchIndex(makeCasesFile(catalogue, catalogue, concepts));
  index.addOthers(makeOthersFile(catalogue, concepts));
  return rank(index, query);
}
const first = (query: string, language: 'en' | 'ja' = 'en') => ask(query, language).cases[0]?.id;

test('a word of the title finds the case', () => {
  expect(first('turin')).toBe('fire-1997');
});

test('a way of speaking finds a case that never uses the word, and says under what', () => {
  expect(ask('it went up in a blaze').cases[0]).toMatchObject({ id: 'fire-1997', reasons: ['Fire'] });
});

test('a label that was typed is no news as a reason', () => {
  expect(ask('fire').cases[0]).toMatchObject({ id: 'fire-1997', reasons: [] });
});

test('the last word may be half typed, a word before it may not', () => {
  expect(first('tur')).toBe('fire-1997');
  expect(first('tur ')).toBeUndefined();
});

test('a slip in a longer word is read as what was meant', () => {
  expect(first('trin works')).toBeDefined();
  expect(first('salien')).toBe('fire-1997');
});

test('a country is found by its adjective and its places', () => {
  expect(first('italian')).toBe('fire-1997');
});

test('in Japanese a way of speaking leads to a case told in English', () => {
  expect(first('火事', 'ja')).toBe('fire-1997');
});

test('what nobody speaks of finds nothing', () => {
  expect(ask('xylophone')).toMatchObject({ cases: [], others: [] });
  expect(ask('').cases).toEqual([]);
});

test('the text of a lesson finds the lesson, and no choice of a question gives an answer away', () => {
  expect(ask('rule of keep-stock').others[0]).toMatchObject({ kind: 'lesson', path: '/lessons/keep-stock/' });
  const catalogue = aLibrary();
  const words = `${makeCasesFile(catalogue, catalogue, []).words};${makeOthersFile(catalogue, []).words}`;
  expect(words).toContain('plant ');
  expect(words).not.toContain('news ');
});
