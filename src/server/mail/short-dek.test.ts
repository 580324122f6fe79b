import { expect, test } from 'vitest';
import { readLibrary } from '#catalogue/read/read-content.ts';
import { lettersWide } from '#i18n/text-width.ts';
import { shortDek } from './short-dek.ts';

const long = 'One sentence that is alone and yet so very long that nothing else could ever stand beside it in a mail. ';

test('a dek is told up to the last whole sentence that fits, and its first in any case', () => {
  expect(shortDek('A fire. A flood. A storm.', 'en')).toBe('A fire. A flood. A storm.');
  expect(shortDek(`${long}A fire.`, 'en')).toBe(`${long}A fire.`);
  expect(shortDek(`${long}A fire. ${long}A flood.`, 'en')).toBe(`${long}A fire.`);
});

test('no dek of the library is cut within a sentence, in either language', () => {
  const library = readLibrary('content');
  for (const language of ['en', 'ja'] as const) {
    for (const { dek } of library[language].cases.filter(({ toldIn }) => toldIn === language)) {
      const told = shortDek(dek, language);
      expect(dek.startsWith(told)).toBe(true);
      expect(told).toMatch(language === 'en' ? /[.?]$/ : /。$/);
      expect(lettersWide(told)).toBeLessThanOrEqual(260);
    }
  }
});
