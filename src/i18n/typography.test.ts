import { expect, test } from 'vitest';
import { typeset } from './typography.ts';

test('quotation marks open and close', () => {
  expect(typeset('Rank by "the work stops", never by spend.')).toBe('Rank by “the work stops”, never by spend.');
  expect(typeset("the part's 'part'")).toBe('the part’s ‘part’');
});

test('a figure keeps its per cent sign', () => {
  expect(typeset('60 % of it')).toBe('60\u00a0% of it');
});
