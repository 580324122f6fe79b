import { expect, test } from 'vitest';
import { holdsPhrase } from './phrase-pattern.ts';

test('a phrase is found as whole words, in any case and over a line break', () => {
  expect(holdsPhrase('The ships\nSTOPPED.', ['ships stopped'])).toBe(true);
  expect(holdsPhrase('The airships stopped.', ['ships stopped'])).toBe(false);
});

test('a star stands for any ending', () => {
  expect(holdsPhrase('China denied a ban.', ['den*'])).toBe(true);
  expect(holdsPhrase('The halt was sudden.', ['den*'])).toBe(false);
});

test('signs of patterns in a phrase are only signs', () => {
  expect(holdsPhrase('It cost 100 (about) yen.', ['(about)'])).toBe(true);
  expect(holdsPhrase('It cost 100 about yen.', ['(about)'])).toBe(false);
});
