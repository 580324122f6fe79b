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
import { offTopicTold, readOffTopic } from './search-languages.ts';

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

test.each(['en', 'ja'] as const)(
  'on the %s page worries in five languages find a right case among the first three',
  (page) => {
    const { pages, cases } = searchPages();
    const concerns = readConcerns('scripts/bench/concerns/five-languages-tuned.yaml');
    const rates = hitRates(concerns, cases, (query) => pages[page].rank(query).cases.map(({ id }) => id));
    const missed = rates.asked.filter(({ rank: place }) => place === 0 || place > 3).map(({ concern }) => concern);
    expect(rates.hitAt3, `missed: ${missed.join('; ')}`).toBeGreaterThanOrEqual(0.95);
  },
);

/** English ones in words that cases use as well (a battery, a machine) are the hard part of the tuned list; 0.86 was reached when the threshold was set. */
test.each(['en', 'ja'] as const)(
  'on the %s page eight of ten queries off the topic are told that nothing is close, and hardly a worry is',
  (page) => {
    const { pages } = searchPages();
    const off = offTopicTold(readOffTopic('scripts/bench/off-topic/tuned.yaml'), pages[page]);
    expect(off.told, `missed: ${off.missed.join('; ')}`).toBeGreaterThanOrEqual(0.8);
    const worries = ['five-languages-tuned', 'tuned'].flatMap((name) =>
      readConcerns(`scripts/bench/concerns/${name}.yaml`),
    );
    expect(offTopicTold(worries, pages[page]).told).toBeLessThan(0.05);
  },
);

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
