import { expect, test } from 'vitest';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { libraryIndex } from './library-index.ts';

const catalogue = aCatalogue();
const names: Record<string, string> = {
  'flood-2011': 'Floods, 2011',
  'fire-1997': 'A fire, 1997',
  'storm-2017': 'Storm, 2017',
};
const cases = catalogue.cases.map((entry) => ({ ...entry, event: { ...entry.event, name: names[entry.id] } }));

const organisation = { id: 'toyota', label: 'Toyota', kind: 'company', names: [], namesIn: {}, not: [] } as const;

test('cases are numbered by the names of their events', () => {
  const { cases: numbered } = libraryIndex({ ...catalogue, cases }, []);
  expect(numbered.map(({ number, entry }) => [number, entry.event.name])).toEqual([
    [1, 'A fire, 1997'],
    [2, 'Floods, 2011'],
    [3, 'Storm, 2017'],
  ]);
});

test('every word of the index leads to the numbers of its cases, and every case stands under a hazard and a country', () => {
  const named = {
    organisation: { ...organisation, names: [], not: [] },
    mentions: cases.filter(({ id }) => id !== 'fire-1997').map((entry) => ({ entry, sentence: null })),
  };
  const { lists } = libraryIndex({ ...catalogue, cases }, [named]);
  expect(lists.companies).toEqual([{ label: 'Toyota', numbers: [2, 3] }]);
  for (const list of [lists.hazards, lists.countries, lists.inputs]) {
    expect([...new Set(list.flatMap(({ numbers }) => numbers))].sort()).toEqual([1, 2, 3]);
  }
});

test('a case names its lessons by the numbers under which the index has them', () => {
  const { cases: numbered, lessons } = libraryIndex({ ...catalogue, cases }, []);
  for (const { number, lessons: own } of numbered) {
    expect(own).toEqual(lessons.filter(({ numbers }) => numbers.includes(number)).map((lesson) => lesson.number));
    expect(own.length).toBeGreaterThan(0);
  }
});
