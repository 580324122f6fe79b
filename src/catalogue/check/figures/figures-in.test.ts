import { expect, test } from 'vitest';
import { figuresIn, figuresSaid } from './figures-in.ts';

test('a figure is its number, whatever its unit and however it is grouped', () => {
  expect(figuresIn('It cost US$2,000m, or 1.50 dollars each: 60 %.')).toEqual(['2000', '1.5', '60']);
});

test('a month is named; "may" as a verb is none', () => {
  expect(figuresIn('In March, and on 5 May.')).toEqual(['5', 'March', 'May']);
  expect(figuresIn('The works may run again. May we ask?')).toEqual([]);
});

test.each([
  ['fifteen thousand people worked there', '15000'],
  ['twenty-eight calls', '28'],
  ['about a dollar and a half', '1.5'],
  ['two and a half days', '2.5'],
  ['2011-03-11', 'March'],
  ['2011-03-05', '5'],
])('a page that says "%s" says %s', (text, figure) => {
  expect(figuresSaid(text)).toContain(figure);
});

test('an article alone is no figure', () => {
  expect([...figuresSaid('a plant, an hour')]).toEqual([]);
});
