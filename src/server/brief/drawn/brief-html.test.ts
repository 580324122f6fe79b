import { expect, test } from 'vitest';
import { languages } from '#i18n/languages.ts';
import { aBrief } from '#testing/a-brief.ts';
import { tellBrief } from '../told/told-brief.ts';
import { briefFile } from './brief-file.ts';
import { briefHtml } from './brief-html.ts';
import { briefText } from './brief-text.ts';

const told = (language: 'en' | 'ja') => tellBrief(aBrief(), language, 'running');

test.each(languages)(
  'in %s it has the four headings, 14 indicators that open, three cases and what is asked',
  (language) => {
    const { text } = briefHtml(told(language), '');
    expect(text.match(/<details>/g)).toHaveLength(14);
    expect(text.match(/class="block"/g)).toHaveLength(4);
    expect(text.match(/class="case"/g)).toHaveLength(3);
    expect(text).not.toMatch(/undefined|\[object|NaN|style=|<script/);
  },
);

test('what somebody typed is text, and never a tag', () => {
  const brief = aBrief({ ownPosition: '<script>alert(1)</script> & "more"' });
  const decisions = [{ ask: '<img src=x>', cost: 'a', opportunity: 'b', programmes: [], deadline: null, owner: "o'b" }];
  const file = briefFile(tellBrief({ ...brief, decisions }, 'en', 'running'), 'http://localhost');
  expect(file).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;');
  expect(file).not.toMatch(/<script|<img/);
});

test('as text it tells each indicator with its formula, its inputs and what is missing', () => {
  const text = briefText(told('en'));
  expect(text).toContain('■ 2. Largest share from one country: 86\u00a0% (Red; before 86\u00a0%)');
  expect(text).toContain('· Traction motor magnets, grade 11: 86\u00a0% from China');
  expect(text).toContain('? No safeguard is in the register. Teams can enter theirs.');
});

test.each([
  ['en', '170\u00a0%'],
  ['ja', '170\u00a0%'],
] as const)(
  'in %s a sum of sales beyond all of them is said beside the figure, on page, in text and on paper',
  async (language, sum) => {
    const brief = aBrief();
    const over = brief.indicators.map((one) => (one.id === 'red-revenue' ? { ...one, value: 1, beside: 1.7 } : one));
    const said = tellBrief({ ...brief, indicators: over }, language, 'running');
    const note =
      said.headings.flatMap(({ indicators }) => indicators).find(({ id }) => id === 'red-revenue')?.note ?? '';
    expect(note).toContain(sum);
    const row = /id="indicator-3".*?<\/tr>/s.exec(briefHtml(said, '').text)?.[0] ?? '';
    expect(row.replace(/<details>.*<\/details>/s, '')).toContain(note);
    expect(briefText(said)).toContain(note);
    const others = tellBrief(brief, language, 'running').headings.flatMap(({ indicators }) => indicators);
    expect(others.map((one) => one.note).filter((one) => one !== '')).toEqual([]);
  },
);
