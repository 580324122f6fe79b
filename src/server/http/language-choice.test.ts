import { expect, test } from 'vitest';
import { languageFor } from './language-choice.ts';

test('what somebody chose goes before what their browser says', () => {
  expect(languageFor('en', 'ja-JP,ja;q=0.9')).toBe('en');
});

test('a browser is answered in the language it likes best of those spoken here', () => {
  expect(languageFor(undefined, 'ja-JP,ja;q=0.9,en;q=0.8')).toBe('ja');
  expect(languageFor(undefined, 'de-DE,en;q=0.4,ja;q=0.7')).toBe('ja');
  expect(languageFor(undefined, 'en-US,en;q=0.9')).toBe('en');
});

test('whoever asks for nothing spoken here gets English', () => {
  for (const header of [null, '', 'de', '*']) expect(languageFor('xx', header)).toBe('en');
});
