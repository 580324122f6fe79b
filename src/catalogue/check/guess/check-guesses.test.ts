import { expect, test } from 'vitest';
import { checkGuesses } from './check-guesses.ts';

const figures = { questions: 200, right: 90, chance: 50, thumbs: [], telling: [] };

test('a library whose answers can be guessed unread is told how many, and who names the words', () => {
  expect(checkGuesses(figures)).toMatchObject([
    {
      wrong: '90 of 200 right answers can be guessed from the words of the options alone (0.45)',
      mend: expect.stringContaining('--guess'),
    },
  ]);
});

test('a little above chance passes, and of a few questions nothing is said', () => {
  expect(checkGuesses({ ...figures, right: 70 })).toEqual([]);
  expect(checkGuesses({ ...figures, questions: 12, right: 12 })).toEqual([]);
});
