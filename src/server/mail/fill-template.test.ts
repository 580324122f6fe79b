import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from '#core/errors/app-error.ts';
import { escapeHtml, fillTemplate } from './fill-template.ts';
import type { MailPlaceholders, MailTemplate } from './mail-template.ts';

const names = [
  'addressee',
  'why',
  'monday',
  'answerUrl',
  'caseUrl',
  'preferencesUrl',
  'pace',
  'unsubscribeUrl',
  'kept',
  'ownPageUrl',
  'teamLine',
] as const satisfies readonly (keyof MailPlaceholders)[];
const filledWith = (value: string): MailPlaceholders => ({
  addressee: value,
  why: value,
  siteUrl: value,
  monday: value,
  answerUrl: value,
  caseUrl: value,
  preferencesUrl: value,
  pace: value,
  unsubscribeUrl: value,
  kept: value,
  ownPageUrl: value,
  teamLine: value,
});

const everyPlaceholder: MailTemplate = {
  subject: '%%addressee%%',
  html: names.map((name) => `<p title="%%${name}%%">%%${name}%%</p>`).join(''),
  text: names.map((name) => `%%${name}%%`).join('\n'),
};

test('every placeholder of the page is escaped, inside elements and inside attributes', () => {
  const hostile = `"><script>alert('x')</script>&`;
  const { html } = fillTemplate(everyPlaceholder, filledWith(hostile), []);
  expect(html).toBe(
    everyPlaceholder.html.replace(/%%\w+%%/g, '&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;'),
  );
});

test('whatever a value is, the page holds only the markup of the template', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (value) => {
      const marks = (html: string) => html.replace(/[^<>"']/g, '');
      expect(marks(fillTemplate(everyPlaceholder, filledWith(value), []).html)).toBe(marks(everyPlaceholder.html));
    }),
  );
});

test('the text and the subject carry the value as it is', () => {
  const { subject, text } = fillTemplate(everyPlaceholder, filledWith('Mei & Jan <1>'), []);
  expect(subject).toBe('Mei & Jan <1>');
  expect(text.split('\n')).toEqual(names.map(() => 'Mei & Jan <1>'));
});

test('a value that looks like a placeholder, or like a replacement pattern, is left as it is', () => {
  expect(fillTemplate(everyPlaceholder, filledWith('%%why%% $& $1'), []).subject).toBe('%%why%% $& $1');
});

test.each(['subject', 'html', 'text'] as const)('a placeholder in the %s that nothing fills stops the mail', (part) => {
  const template = { subject: '', html: '', text: '', [part]: 'Dear %%nickname%%' };
  expect(() => fillTemplate(template, filledWith('Mei'), [])).toThrow(AppError);
  expect(() => fillTemplate(template, filledWith('Mei'), [])).toThrow(/"nickname"/);
});

test('the bar of a team is drawn as the same squares in the page and in the text', () => {
  const { html, text } = fillTemplate(
    { subject: '', html: '%%teamBar%%', text: '%%teamBar%%' },
    filledWith('x'),
    [0.9, 0.6, 0.1],
  );
  expect(html.replace(/<[^>]+>/g, '')).toBe('■■□');
  expect(text).toBe('■■□');
});

test('escaping leaves ordinary words alone', () => {
  expect(escapeHtml('Four days, ¥40bn')).toBe('Four days, ¥40bn');
});
