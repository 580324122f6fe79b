import { expect, test } from 'vitest';
import { readConcepts } from '#catalogue/read/read-concepts.ts';
import { readContent, readLibrary } from '#catalogue/read/read-content.ts';
import { readOtherLanguages } from '#catalogue/read/read-other-languages.ts';
import { makeCasesFile } from '#search/make-search-file.ts';
import { openSearch } from '#search/open-search.ts';
import { makeOtherWordsFile } from '#search/other-words.ts';
import { rank } from '#search/rank.ts';
import { SearchIndex } from '#search/search-index.ts';
import { hitRates, readConcerns } from './hit-rates.ts';
import { reportLanguages, reportOffTopic } from './search-languages.ts';

test('nine of ten worries find a right case among the first three', () => {
  const catalogue = readContent('content');
  const index = new SearchIndex(makeCasesFile(catalogue, catalogue, readConcepts('content', catalogue)));
  const concerns = readConcerns('scripts/bench/concerns/tuned.yaml');
  const rates = hitRates(concerns, index.file.records, (query) => rank(index, query).cases.map(({ id }) => id));
  const missed = rates.asked.filter(({ rank: place }) => place === 0 || place > 3).map(({ concern }) => concern);
  expect(rates.hitAt3, `missed: ${missed.join('; ')}`).toBeGreaterThanOrEqual(0.9);
});

/** The search of either page over the content as it stands. */
function searchPages() {
  const library = readLibrary('content');
  const concepts = readConcepts('content', library.en);
  const countries = library.en.cases.flatMap((entry) => entry.countries);
  const words = makeOtherWordsFile(readOtherLanguages('content', library.en, concepts), [...new Set(countries)]);
  const files = {
    en: makeCasesFile(library.en, library.en, concepts),
    ja: makeCasesFile(library.ja, library.en, concepts),
  };
  const pageOf = (language: 'en' | 'ja', elsewhere: 'en' | 'ja') => {
    const search = openSearch(files[language]);
    if (!search) throw new Error('the file is one of this version');
    search.addOtherLanguage(files[elsewhere]);
    search.addOtherWords(words);
    return search;
  };
  return { pages: { en: pageOf('en', 'ja'), ja: pageOf('ja', 'en') }, cases: files.en.records };
}

test('on either page worries in five languages find a right case, and what is off the topic is told so', () => {
  const { pages, cases } = searchPages();
  const said = [
    ...reportLanguages('scripts/bench/concerns/five-languages-tuned.yaml', pages, cases),
    ...reportOffTopic('scripts/bench/off-topic/tuned.yaml', pages),
  ];
  expect(
    said.filter((line) => line.includes('goal')).map((line) => line.replace(/^.*goal.*(met|MISSED)$/, '$1')),
  ).toEqual(['met', 'met', 'met', 'met']);
});

test('a rate counts only concerns whose case is written, and the best of several right ones', () => {
  const concerns = [
    { concern: 'a', role: 'buyer', language: 'en' as const, expect: ['two', 'three'] },
    { concern: 'b', role: 'buyer', language: 'en' as const, expect: ['one'] },
    { concern: 'c', role: 'buyer', language: 'en' as const, expect: ['unwritten'] },
  ];
  const rates = hitRates(concerns, ['one', 'two', 'three'], (query) => (query === 'a' ? ['one', 'three', 'two'] : []));
  expect(rates.asked.map(({ rank: place }) => place)).toEqual([2, 0]);
  expect(rates).toMatchObject({ hitAt1: 0, hitAt3: 0.5, meanReciprocalRank: 0.25 });
});
