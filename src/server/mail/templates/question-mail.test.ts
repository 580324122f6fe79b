import { expect, test } from 'vitest';
import { isElsewhereIn } from '#catalogue/queries/is-elsewhere.ts';
import { readLibrary } from '#catalogue/read/read-content.ts';
import { wordsIn } from '#i18n/words.ts';
import { renderTemplates } from './render-templates.tsx';

const whole = readLibrary('content');
/** Told in both languages, and enough of them. */
const told = whole.ja.cases.filter(({ toldIn }) => toldIn === 'ja').slice(0, 4);
const ids = told.map(({ id }) => id);
const some = (language: 'en' | 'ja') => ({
  ...whole[language],
  cases: whole[language].cases.filter(({ id }) => ids.includes(id)),
  lessons: [],
});
const library = { en: some('en'), ja: some('ja') };
const drawn = Object.fromEntries(await Array.fromAsync(renderTemplates(library)));
const questions = told.flatMap((entry) => entry.questions);

test.each(['en', 'ja'] as const)('in both parts (%s) a case mail says once whose turn it is, and where', (language) => {
  const { turn } = wordsIn(language).mail;
  const shown = questions.map(({ id }) => isElsewhereIn(library, id));
  expect(new Set(shown).size).toBe(2);
  for (const { id } of questions) {
    const said = isElsewhereIn(library, id) ? turn.elsewhere : turn.own;
    const { html, text } = drawn[`${id}:case:${language}`] ?? { html: '', text: '' };
    expect(html.replaceAll('<wbr/>', ''), id).toContain(`${said}</td>`);
    expect(text.split('\n'), id).toContain(said);
  }
});

test('each choice has its letter and an arrow', () => {
  for (const { id, choices } of questions) {
    const { html = '', text = '' } = drawn[`${id}:recall:en`] ?? {};
    expect(html.match(/<b class="ember letter"[^>]*>[A-D]<\/b>/g), id).toHaveLength(choices.length);
    expect(html.match(/→|&rarr;/g), id).toHaveLength(choices.length);
    expect(text.match(/ →\n%%answerUrl%%/g), id).toHaveLength(choices.length);
  }
});

test('a Japanese mail marks where a line may be broken: never before ー, a comma or a full stop, nor within a figure', () => {
  const mails = questions.map(({ id }) => drawn[`${id}:case:ja`]?.html ?? '');
  expect(mails.filter((html) => !html.includes('<wbr/>'))).toEqual([]);
  expect(
    mails.flatMap((html) => html.match(/<wbr\/>[ー、。」）っゃゅょ]|\d<wbr\/>(?=[\d台社年日人件万億]).?/g) ?? []),
  ).toEqual([]);
});
