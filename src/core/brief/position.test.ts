import { expect, test } from 'vitest';
import { inRoom, mostPositionWords, wordCount } from './position.ts';

test('words stand between spaces, and of Japanese three characters are one', () => {
  expect(wordCount('Of 14 indicators, 5 are red.')).toBe(6);
  expect(wordCount('磁石は中国に偏る')).toBe(3);
  expect(wordCount('')).toBe(0);
});

test('a sentence that does not fit is left out, and a shorter one after it may still stand', () => {
  const long = Array.from({ length: mostPositionWords }, () => 'word').join(' ');
  expect(inRoom(['One two.', long, 'Three.'], ' ')).toBe('One two. Three.');
});
