import { expect, test } from 'vitest';
import type { Catalogue } from '#catalogue/catalogue.ts';
import { readConcepts } from '#catalogue/read/read-concepts.ts';
import { readLibrary } from '#catalogue/read/read-content.ts';
import { rankHouse } from './house-ranking.ts';
import { makeCasesFile, makeOthersFile } from './make-search-file.ts';
import { measureCases } from './measures.ts';
import { openSearch } from './open-search.ts';

const library = readLibrary('content');
const written = readConcepts('content', library.en);
const burned = 'aisin-fire-1997';
const concerns = [
  'our only supplier burned down',
  'brake valves',
  'Kariya',
  'a fire at one plant stops every line',
  'toyota 1997',
  'strike at the port',
];

/** The library as it would be without one of its cases. */
const rest: Catalogue = { ...library.en, cases: library.en.cases.filter(({ id }) => id !== burned) };
const fileOfRest = makeCasesFile(rest, rest, written);
const measures = measureCases(rest, rest, written);

/** The search over the rest of the library, with that case and a module beside it as the house's own. */
function beside(story: readonly string[]) {
  const entry = library.en.cases.find(({ id }) => id === burned);
  const [module] = library.en.modules;
  if (!entry || !module) throw new Error(`the library has no ${burned}`);
  const search = openSearch(fileOfRest);
  const modules = [{ ...module, title: 'Zinc whiskers of ours', purpose: 'Ours.', path: '/desk/write/ours/page' }];
  search?.addHouse(rankHouse({ catalogue: library.en, cases: [{ entry, story }], modules }, measures));
  return search;
}

test('a case of the house ranks as it would if the build had known it', () => {
  const search = beside([]);
  const whole = openSearch(makeCasesFile(library.en, library.en, written));
  for (const concern of concerns) {
    const here = search?.rank(concern).cases.find(({ id }) => id === burned);
    const there = whole?.rank(concern).cases.find(({ id }) => id === burned);
    expect(here === undefined, concern).toBe(there === undefined);
    expect(Math.abs((here?.score ?? 0) - (there?.score ?? 0)), concern).toBeLessThan(0.1 * (there?.score ?? 1));
  }
  expect(search?.rank(concerns[0] ?? '').cases[0]?.id).toBe(whole?.rank(concerns[0] ?? '').cases[0]?.id);
});

test('a word that stands in its story alone finds it, and it says why as any case does', () => {
  const search = beside(['Then the zinc whiskers grew in the dark.']);
  expect(search?.rank('zinc whiskers').cases[0]?.id).toBe(burned);
  expect(search?.rank('it burned to the ground').cases.find(({ id }) => id === burned)?.reasons).not.toEqual([]);
});

test('a module of the house is found among lessons and questions, in whichever order the files come', () => {
  const search = beside([]);
  const found = () => search?.rank('whiskers').others.map(({ path }) => path);
  expect(found()).toEqual(['/desk/write/ours/page']);
  search?.addOthers(makeOthersFile(rest, written));
  expect(found()?.[0]).toBe('/desk/write/ours/page');
  expect(search?.rank('second source').others.some(({ kind }) => kind === 'lesson')).toBe(true);
});

test('a file of another version joins nothing', () => {
  const search = beside([]);
  const before = search?.rank('brake valves');
  search?.addHouse({ cases: { version: 0, concepts: [] }, others: { version: 0 } });
  expect(search?.rank('brake valves')).toEqual(before);
});
