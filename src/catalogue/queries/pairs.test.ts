import { expect, test } from 'vitest';
import { aCatalogue } from '#testing/a-catalogue.ts';
import type { Lesson } from '../catalogue.ts';
import { findPair, pairsOf } from './pairs.ts';

const [base] = aCatalogue().lessons;

function aLesson(changes: Partial<Lesson>): Lesson {
  if (!base) throw new Error('the sample catalogue has a lesson');
  return { ...base, comparisons: [], ...changes };
}

const written = {
  left: 'new',
  right: 'old',
  shared: ['Both burned at night.', 'Both had one plant.'],
  differs: 'One was rebuilt.',
};

test('every two cases of a lesson are a pair, the older on the left', () => {
  expect(pairsOf(aLesson({ caseIds: ['new', 'middle', 'old'] }))).toEqual([
    { left: 'old', right: 'middle' },
    { left: 'old', right: 'new' },
    { left: 'middle', right: 'new' },
  ]);
});

test('a written comparison keeps its own order and is not made twice', () => {
  const pairs = pairsOf(aLesson({ caseIds: ['new', 'old'], comparisons: [written] }));
  expect(pairs).toEqual([{ left: 'new', right: 'old', written }]);
  expect(findPair(pairs, 'old', 'new')?.written).toBe(written);
});

test('a lesson of many cases pairs its four newest and four oldest', () => {
  const caseIds = Array.from({ length: 40 }, (_, index) => `case-${index}`);
  const pairs = pairsOf(aLesson({ caseIds }));
  expect(pairs).toHaveLength(28);
  expect(findPair(pairs, 'case-0', 'case-39')).toEqual({ left: 'case-39', right: 'case-0' });
  expect(findPair(pairs, 'case-0', 'case-20')).toBeUndefined();
});

test('a draft pairs only what is written', () => {
  const draft = 'Its cases are being written.';
  expect(pairsOf(aLesson({ caseIds: ['new', 'middle', 'old'], draft }))).toEqual([]);
  expect(pairsOf(aLesson({ caseIds: ['new', 'old'], draft, comparisons: [written] }))).toHaveLength(1);
});
