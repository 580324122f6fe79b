import { expect, test } from 'vitest';
import { languages } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import { readSettings } from '#server/settings.ts';
import { settingsExample } from '#server/settings-example.ts';
import { deskSettings, mailSettings, peopleSettings } from './settings-in-words.ts';

const settings = readSettings({});
const words = wordsIn('en');

test('every setting that is shown has a value in words, and a name that the settings know', () => {
  for (const language of languages) {
    const spoken = wordsIn(language);
    const rows = [
      ...peopleSettings(settings, spoken),
      ...deskSettings(settings, ['tara@works.example'], spoken),
      ...mailSettings(settings, null, spoken),
    ];
    for (const { what, value, name } of rows) {
      expect(value, what).not.toBe('');
      if (name !== null) expect(settingsExample(), what).toMatch(new RegExp(`^#? ?${name}=`, 'm'));
    }
  }
});

test('addresses of trainers are shown to whoever may see them, and to nobody else', () => {
  expect(JSON.stringify(deskSettings(settings, ['tara@works.example'], words))).toContain('tara@works.example');
  expect(deskSettings(settings, [], words).map(({ name }) => name)).not.toContain('TRAINERS');
});

test('why no mail goes out stands in place of that it does', () => {
  expect(mailSettings(settings, null, words)[0]?.value).toBe('it goes out as planned');
  expect(mailSettings(settings, 'No mail is sent just now.', words)[0]?.value).toBe('No mail is sent just now.');
});
