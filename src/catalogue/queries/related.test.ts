import { expect, test } from 'vitest';
import { aCatalogue } from '#testing/a-catalogue.ts';
import type { Catalogue, CatalogueCase } from '../catalogue.ts';
import { relatedCases } from './related.ts';

const sample = aCatalogue();
const [base] = sample.cases;

function aCase(id: string, changes: Partial<CatalogueCase>): CatalogueCase {
  if (!base) throw new Error('the sample catalogue has a case');
  return { ...base, id, ...changes };
}

const teaches = (...ids: string[]) => ids.map((id) => ({ id, here: 'It shows the lesson in one plant and one part.' }));
const elsewhere = { sectors: ['food'], inputs: ['grain'], countries: ['FR'], hazards: ['labour'] };
const here = aCase('here', { lessons: teaches('keep-stock', 'second-source'), dependencies: ['single-site'] });

function related(...cases: CatalogueCase[]) {
  const catalogue: Catalogue = { ...sample, cases: [here, ...cases] };
  return relatedCases(catalogue, here);
}

test('of two cases with the same lesson, the one with another surface comes first', () => {
  const near = aCase('near', { lessons: teaches('keep-stock') });
  const far = aCase('far', { lessons: teaches('keep-stock'), ...elsewhere });
  expect(related(near, far).map(({ entry }) => entry.id)).toEqual(['far', 'near']);
});

test('a rare lesson in common weighs more than a common one', () => {
  const common = ['a', 'b', 'c'].map((id) =>
    aCase(id, { lessons: teaches('keep-stock'), dependencies: [], ...elsewhere }),
  );
  const rare = aCase('rare', { lessons: teaches('second-source'), dependencies: [], ...elsewhere });
  expect(related(...common, rare)[0]?.entry.id).toBe('rare');
});

test('a case without a lesson or a kind of dependency in common is not related, however alike it looks', () => {
  expect(related(aCase('lookalike', { lessons: teaches('write-it-down'), dependencies: ['one-route'] }))).toEqual([]);
});

test('what is shared and the first thing that differs are named, so that the reason can be said', () => {
  const far = aCase('far', { lessons: teaches('keep-stock'), ...elsewhere, sectors: here.sectors });
  const [found] = related(far);
  expect(found?.lessons).toEqual(['keep-stock']);
  expect(found?.dependencies).toEqual(['single-site']);
  expect(found?.apart).toBe('countries');
});

test('at most three are given, and the same library gives the same three', () => {
  const many = Array.from({ length: 9 }, (_, index) => aCase(`case-${index}`, { ...elsewhere }));
  expect(related(...many)).toHaveLength(3);
  expect(related(...many).map(({ entry }) => entry.id)).toEqual(
    related(...many.toReversed()).map(({ entry }) => entry.id),
  );
});
