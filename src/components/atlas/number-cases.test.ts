import { expect, test } from 'vitest';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { numberCases } from './number-cases.ts';

test('numbers run with the years, whatever order the cases come in', () => {
  const { cases } = aCatalogue();
  const numbered = numberCases(cases);
  expect(numbered.map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(numbered.map(({ entry }) => entry.event.start)).toEqual(cases.map((entry) => entry.event.start).toSorted());
  expect(numberCases(cases.toReversed())).toEqual(numbered);
});

test('a case in Japan stands in the close-up of East Asia', () => {
  expect(numberCases(aCatalogue().cases)[0]?.region).toBe('asia');
});
