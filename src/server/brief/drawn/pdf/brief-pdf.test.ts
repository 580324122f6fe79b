import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { languages } from '#i18n/languages.ts';
import { aBrief } from '#testing/a-brief.ts';
import { tellBrief } from '../../told/told-brief.ts';
import { briefPdf } from './brief-pdf.ts';

const now = Date.UTC(2026, 10, 30);

/** What a PDF says of itself outside its streams, and inside them. */
function read(pdf: Buffer): { outside: string; inside: string[] } {
  const outside = pdf.toString('latin1');
  const inside = [...outside.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(([, body = '']) => {
    try {
      return [inflateSync(Buffer.from(body, 'latin1')).toString('latin1')];
    } catch {
      return [];
    }
  });
  return { outside, inside };
}

const aNovel = 'words without end '.repeat(11).slice(0, 198);
const brimful = aBrief({
  ownPosition: Array.from({ length: 40 }, () => 'dependence').join(' '),
  decisions: Array.from({ length: 9 }, () => ({
    ask: aNovel,
    cost: aNovel,
    opportunity: aNovel,
    programmes: [{ en: aNovel, ja: aNovel }],
    deadline: '2027-03-31',
    owner: 'Head of purchasing',
  })),
  settled: Array.from({ length: 9 }, () => ({ ask: aNovel, quarter: '2026-Q3', outcome: 'taken', note: aNovel })),
});

test.each(
  languages.flatMap((language) => [
    { language, brief: aBrief(), name: 'usual' },
    { language, brief: brimful, name: 'brimful' },
    {
      language,
      brief: aBrief({ cases: [], decisions: [], scenarios: [], explains: null, nearMisses: null }),
      name: 'bare',
    },
  ]),
)('a $name brief in $language is two pages of A4, tagged, with real text', async ({ language, brief }) => {
  const { outside, inside } = read(await briefPdf(tellBrief(brief, language, 'running'), now));
  expect(outside.match(/\/Type\s*\/Page(?![A-Za-z])/g)).toHaveLength(2);
  expect(outside).toMatch(/\/MediaBox \[0 0 595.28 841.89\]/);
  expect(outside).toMatch(/\/Marked true/);
  expect(outside).toContain('/StructTreeRoot');
  expect(outside).toContain(`/Lang (${language})`);
  for (const kind of ['H1', 'H2', 'Table', 'TR', 'TH', 'TD']) expect(outside, kind).toContain(`/S /${kind}`);
  // Text that can be searched says which letter each glyph is; a picture would have no glyphs.
  expect(inside.some((stream) => stream.includes('beginbfrange') || stream.includes('beginbfchar'))).toBe(true);
  expect(outside).not.toContain('/Subtype /Image');
});

test('the same brief at the same instant is the same file', async () => {
  const told = tellBrief(aBrief(), 'en', 'running');
  const digits = (pdf: Buffer) => pdf.toString('latin1').replace(/\/ID \[.*?\]/s, '');
  expect(digits(await briefPdf(told, now))).toBe(digits(await briefPdf(told, now)));
});

test('colour is never alone: every status has a word, and the three judged ones a shape of their own', () => {
  const rows = tellBrief(aBrief(), 'en', 'running').headings.flatMap(({ indicators }) => indicators);
  expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['red', 'amber', 'good', 'missing']));
  for (const { statusWord } of rows) expect(statusWord).not.toBe('');
});
