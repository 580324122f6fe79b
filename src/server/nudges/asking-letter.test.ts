import { expect, test } from 'vitest';
import { languages } from '#i18n/languages.ts';
import { lettersWide } from '#i18n/text-width.ts';
import { askingLetter } from './asking-letter.ts';

const asked = {
  ...{ name: 'Carla Mendes', team: 'Logistics', reason: 'One ship cost us days.', story: null, reader: null },
  title: 'Two weeks more in every plan that goes through the canal, and a carrier that goes round it',
  keptUrl: 'https://learn.example/kept/x',
  unsubscribeUrl: 'https://learn.example/u/x',
};

test.each(languages)(
  'the subject is what a phone shows whole, and the letter says the whole of it (%s)',
  (language) => {
    const { subject, text, html } = askingLetter(asked, language);
    expect(lettersWide(subject)).toBeLessThan(60);
    expect(subject).toContain('Two weeks more');
    expect(text.replaceAll('\n', ' ')).toContain(asked.title);
    expect(html).toContain(asked.title);
  },
);

test('one button answers, and the way out is a link beside it', () => {
  const { html } = askingLetter(asked, 'en');
  expect(html.match(/class="go" href="([^"]+)"/g)).toEqual(['class="go" href="https://learn.example/kept/x"']);
  expect(html).toContain('<a class="ash" href="https://learn.example/u/x"');
});
