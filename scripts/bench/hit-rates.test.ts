import { expect, test } from 'vitest';
import { readConcepts } from '#catalogue/read/read-concepts.ts';
import { readContent } from '#catalogue/read/read-content.ts';
import { makeCasesFile } from '#search/make-search-file.ts';
import { rank } from '#search/rank.ts';
import { SearchIndex } from '#search/search-index.ts';
import { hitRates, readConcerns } from './hit-rates.ts';

test('nine of ten worries find a right case among the first three', () => {
  const catalogue = readContent('content');
  const index = new SearchIndex(makeCasesFile(catalogue, catalogue, readConcepts('content', catalogue)));
  const concerns = readConcerns('scripts/bench/concerns/tuned.yaml');
  const rates = hitRates(concerns, index.file.records, (query) => rank(index, query).cases.map(({ id }) => id));
  const missed = rates.asked.filter(({ rank: place }) => place === 0 || place > 3).map(({ concern }) => concern);
  expect(rates.hitAt3, `missed: ${missed.join('; ')}`).toBeGreaterThanOrEqual(0.9);
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
