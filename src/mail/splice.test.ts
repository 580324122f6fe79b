import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HouseError } from '#house-error.ts';
import { escapeHtml, splice } from './splice.ts';
import type { MailHoles, Stencil } from './stencil.ts';

const names = [
  'addressee',
  'why',
  'answerUrl',
  'caseUrl',
  'preferencesUrl',
  'pace',
  'unsubscribeUrl',
  'teamLine',
] as const satisfies readonly (keyof MailHoles)[];
const filledWith = (value: string): MailHoles => ({
  addressee: value,
  why: value,
  siteUrl: value,
  answerUrl: value,
  caseUrl: value,
  preferencesUrl: value,
  pace: value,
  unsubscribeUrl: value,
  teamLine: value,
});

const everyHole: Stencil = {
  subject: '%%addressee%%',
  html: names.map((name) => `<p title="%%${name}%%">%%${name}%%</p>`).join(''),
  text: names.map((name) => `%%${name}%%`).join('\n'),
};

test('every hole of the page is escaped, inside elements and inside attributes', () => {
  const hostile = `"><script>alert('x')</script>&`;
  const { html } = splice(everyHole, filledWith(hostile), []);
  expect(html).toBe(
    everyHole.html.replace(/%%\w+%%/g, '&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;'),
  );
});

test('whatever a value is, the page holds only the markup of the stencil', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (value) => {
      const marks = (html: string) => html.replace(/[^<>"']/g, '');
      expect(marks(splice(everyHole, filledWith(value), []).html)).toBe(marks(everyHole.html));
    }),
  );
});

test('the text and the subject carry the value as it is', () => {
  const { subject, text } = splice(everyHole, filledWith('Mei & Jan <1>'), []);
  expect(subject).toBe('Mei & Jan <1>');
  expect(text.split('\n')).toEqual(names.map(() => 'Mei & Jan <1>'));
});

test('a value that looks like a hole, or like a replacement pattern, is left as it is', () => {
  expect(splice(everyHole, filledWith('%%why%% $& $1'), []).subject).toBe('%%why%% $& $1');
});

test.each(['subject', 'html', 'text'] as const)('a hole in the %s that nothing fills stops the mail', (part) => {
  const stencil = { subject: '', html: '', text: '', [part]: 'Dear %%nickname%%' };
  expect(() => splice(stencil, filledWith('Mei'), [])).toThrow(HouseError);
  expect(() => splice(stencil, filledWith('Mei'), [])).toThrow(/"nickname"/);
});

test('the bar of a team is drawn as squares in the page and as characters in the text', () => {
  const { html, text } = splice(
    { subject: '', html: '%%teamBar%%', text: '%%teamBar%%' },
    filledWith('x'),
    [0.9, 0.6, 0.1],
  );
  expect(html.match(/<span /g)).toHaveLength(3);
  expect(text).toBe('■■□');
});

test('escaping leaves ordinary words alone', () => {
  expect(escapeHtml('Four days, ¥40bn')).toBe('Four days, ¥40bn');
});
