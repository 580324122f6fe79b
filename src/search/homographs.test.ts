import { expect, test } from 'vitest';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { withHomographs } from './homographs.ts';
import { makeCasesFile } from './make-search-file.ts';
import { openSearch } from './open-search.ts';
import { makeOtherWordsFile } from './other-words.ts';

test('a word that the page knows and another language means otherwise is heard in both', () => {
  const catalogue = aCatalogue();
  const [flood, fire] = catalogue.cases;
  if (!flood || !fire) throw new Error('the fixture has three cases');
  Object.assign(flood, { title: 'A brand of its own' });
  Object.assign(fire, { hazards: ['fire'] });
  const other = { heard: [{ for: 'hazards:fire', de: ['Brand', 'Feuer own'], es: [], zh: [] }], firms: [] };
  const search = openSearch(withHomographs(makeCasesFile(catalogue, catalogue, []), other));
  expect(search?.lacks('brand')).toMatchObject({ otherWords: true });
  expect(search?.lacks('own')).toMatchObject({ otherWords: false });
  search?.addOtherWords(makeOtherWordsFile(other, []));
  expect(search?.rank('Brand').cases.map(({ id }) => id)).toContain('fire-1997');
});
