import { expect, test } from 'vitest';
import type { AskedCase } from './blind-guess.ts';
import { guessFigures, guessShare } from './guess-figures.ts';

const because = 'Only the maker knows how long it takes to make it again.';
const wrong = (text: string) => ({
  text,
  tempts: 'News will come by itself.',
  costs: 'The days in which others decide.',
});

const cases: AskedCase[] = [
  { id: 'a', questions: [{ id: 'one', choices: [{ text: 'Ask', because }, wrong('Wait for the letter')] }] },
  { id: 'b', questions: [{ id: 'two', choices: [wrong('Wait'), { text: 'Leave it as it is', because }] }] },
];

test('each rule of thumb says how often it would be right', () => {
  const { thumbs } = guessFigures(cases);
  const rights = Object.fromEntries(thumbs.map(({ rule, right, of }) => [rule, `${right} of ${of}`]));
  expect(rights).toMatchObject({
    'the shortest option': '1 of 2',
    'the longest option': '1 of 2',
    'options that wait or do nothing': '1 of 3',
  });
});

test('chance depends on how many options there are', () => {
  expect(guessFigures(cases).chance).toBe(1);
});

test('of no questions the share is nothing, and no fault of arithmetic', () => {
  expect(guessShare(guessFigures([]))).toBe(0);
});
