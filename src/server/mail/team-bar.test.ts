import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Language, languages } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import { fillTemplate } from './fill-template.ts';
import { drawTeamBar, expectedRecalls, type TeamBar } from './team-bar.ts';

const numbers = ['None', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

/** The number a reader takes from the sentence beside the squares. */
function countSaid(sentence: string, language: Language): number {
  if (/^Only you|あなた一人/.test(sentence)) return /likely recall|思い出せる/.test(sentence) ? 1 : 0;
  if (language === 'ja')
    return sentence.includes('おそらくいません') ? 0 : Number(/おそらく(\d+)人/.exec(sentence)?.[1]);
  const [word = ''] = sentence.split(' ');
  return numbers.includes(word) ? numbers.indexOf(word) : Number(word);
}

const shown = (html: string) => html.replace(/<[^>]+>/g, '');
const squares = (text: string) => text.replace(/\s/g, '');
const filled = (text: string) => text.match(/■/g)?.length ?? 0;

const chance = fc.double({ min: 0, max: 1, noNaN: true });
const bars = fc
  .oneof(
    fc.array(chance, { minLength: 1, maxLength: 12 }),
    fc.array(chance, { minLength: 1, maxLength: 150, size: 'max' }),
    fc.tuple(chance, fc.integer({ min: 1, max: 40 })).map(([same, people]) => Array<number>(people).fill(same)),
  )
  .map((list) => list.sort((a, b) => b - a));

/** The sentence and the squares as the mail says them. */
function told(bar: TeamBar, language: Language) {
  const teamLine = wordsIn(language).mail.teamLine(expectedRecalls(bar), bar.length);
  const blank = { addressee: '', why: '', siteUrl: '', monday: '', answerUrl: '', caseUrl: '', preferencesUrl: '' };
  const part = '%%teamLine%%\n\n%%teamBar%%';
  const template = { subject: '', html: part, text: part };
  const { html, text } = fillTemplate(
    template,
    { ...blank, pace: '', unsubscribeUrl: '', kept: '', ownPageUrl: '', teamLine },
    bar,
  );
  return { said: countSaid(teamLine, language), html: shown(html), text };
}

test.each(languages)('whatever a team remembers, as many squares are filled as the sentence says (%s)', (language) => {
  fc.assert(
    fc.property(bars, (bar) => {
      const { said, html, text } = told(bar, language);
      expect([filled(html), filled(text)]).toEqual([said, said]);
    }),
  );
});

test('there is a square for everybody, the filled ones first, and page and text show the same', () => {
  fc.assert(
    fc.property(bars, (bar) => {
      const { html, text } = drawTeamBar(bar);
      expect(squares(text)).toMatch(/^■*□*$/);
      expect(squares(text)).toHaveLength(bar.length);
      expect(squares(shown(html))).toBe(squares(text));
    }),
  );
});

test('of seven who each would hardly recall, no square is full', () => {
  expect(drawTeamBar([0.05, 0.05, 0.05, 0.04, 0.04, 0.03, 0.02]).text).toBe('□□□□□□□');
});

test('a long row stands in groups of ten, so that it can be counted and breaks between them', () => {
  const { html, text } = drawTeamBar(Array<number>(24).fill(0.5));
  expect(text).toBe('■■■■■■■■■■ ■■□□□□□□□□ □□□□');
  expect(html).toBe(
    '<span class="ember" style="color:#b8371a">■■■■■■■■■■ ■■</span><span class="ash" style="color:#6e665e">□□□□□□□□ □□□□</span>',
  );
  expect(
    Math.max(
      ...drawTeamBar(Array<number>(90).fill(0))
        .text.split('\n')
        .map((line) => line.length),
    ),
  ).toBeLessThan(60);
});
