import { expect, test } from 'vitest';
import { languages } from '#i18n/languages.ts';
import { columnsWide } from '#i18n/text-width.ts';
import { signInLetter } from './sign-in-letter.ts';

const url = `https://nodomoto.example/desk/enter/${'x'.repeat(34)}`;

test.each(languages)('the button keeps its ground and its letters together, in every view (%s)', (language) => {
  const { html } = signInLetter(url, language);
  const tags = [...html.matchAll(/<(?:td|a) class="go"[^>]*>/g)].map(([tag]) => tag);
  expect(tags).toHaveLength(2);
  for (const tag of tags) expect(tag).toMatch(/(?=.*background:#)(?=.*[";]color:#)/);
  expect(tags[0]).toContain('bgcolor="#');
  expect(html).toMatch(/prefers-color-scheme:dark[\s\S]*\.go\{background:#\w+!important;color:#\w+!important\}/);
});

test.each(languages)(
  'the text has the link on a line of its own, and no other line is wider than 78 columns (%s)',
  (language) => {
    const lines = signInLetter(url, language).text.split('\n');
    expect(lines).toContain(url);
    expect(lines.filter((line) => line !== url && columnsWide(line) > 78)).toEqual([]);
  },
);
