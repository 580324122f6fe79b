import { expect, test } from 'vitest';
import { aCatalogue } from '#testing/a-catalogue.ts';
import type { CatalogueCase } from '../catalogue.ts';
import { datedMoments } from './dated-moments.ts';

function momentsOf(changes: Partial<CatalogueCase>) {
  const [first] = aCatalogue().cases;
  if (!first) throw new RangeError('the catalogue has no case');
  const quiet: Partial<CatalogueCase> = { timeline: [], fading: { ...first.fading, moments: [] } };
  return datedMoments({ cases: [{ ...first, ...quiet, ...changes }] });
}

const told = (on: string, text: string) => ({ on, text, sources: ['a-source'] });
const faded = (on: string, label: string) => ({ on, label, kind: 'spark' as const, sources: ['a-source'] });
const fading = (...moments: ReturnType<typeof faded>[]) => ({ record: 'kept' as const, moments });

test('a case counts on the first day of its event, and on each day of its timeline and its fading', () => {
  const moments = momentsOf({
    event: { start: '2011-10-06' },
    timeline: [told('2011-10-20', 'The water stands.')],
    fading: fading(faded('2013-03-01', 'The wall is built')),
  });
  expect(moments.map(({ on, text, began }) => [on, text, began])).toEqual([
    ['2013-03-01', 'The wall is built', false],
    ['2011-10-06', null, true],
    ['2011-10-20', 'The water stands.', false],
  ]);
});

test('what is known to the month or the year only has no day', () => {
  expect(momentsOf({ event: { start: '2011-10' }, timeline: [told('2012', 'The plant is rebuilt.')] })).toEqual([]);
});

test('a day is told once, by its timeline', () => {
  const moments = momentsOf({
    event: { start: '2011-10-06' },
    timeline: [told('2011-10-06', 'The dyke breaks.')],
    fading: fading(faded('2011-10-06', 'The flood')),
  });
  expect(moments).toMatchObject([{ text: 'The dyke breaks.', began: true }]);
});

test('days of the year run from January on, and on one day the oldest moment stands first', () => {
  const moments = momentsOf({
    event: { start: '2011-10' },
    timeline: [told('2015-03-11', 'c'), told('2012-01-05', 'a'), told('2011-03-11', 'b')],
  });
  expect(moments.map(({ text }) => text)).toEqual(['a', 'b', 'c']);
});
