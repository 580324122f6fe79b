import { expect, test } from 'vitest';
import { comparisonId, type LessonStep, stepIds } from '#catalogue/asked.ts';
import type { Lesson } from '#catalogue/catalogue.ts';
import { eventName } from '#catalogue/queries/event-name.ts';
import { readLibrary } from '#catalogue/read/read-content.ts';
import { columnsWide, lettersWide } from '#i18n/text-width.ts';
import { aLibrary } from '#testing/a-catalogue.ts';
import { fillTemplate } from '../fill-template.ts';
import { type MailPlaceholders, type MailTemplate, type MailTemplates, templateKey } from '../mail-template.ts';
import { shortDek } from '../short-dek.ts';
import { renderTemplates } from './render-templates.tsx';

const library = readLibrary('content');
const drawn = Object.fromEntries(await Array.fromAsync(renderTemplates(library)));

function of(kind: string, templates: MailTemplates = drawn): [key: string, template: MailTemplate][] {
  return Object.entries(templates).filter(([key]) => key.split(':')[1] === kind);
}

test('every lesson has a mail for its step and one that asks after it, and each comparison has its own', () => {
  const { lessons } = library.en;
  const expected = lessons.flatMap((lesson) => [
    ...lesson.steps.flatMap((step) =>
      stepIds(lesson, step).flatMap((id) => [templateKey(id, 'apply', 'en'), templateKey(id, 'did-you', 'en')]),
    ),
    ...lesson.comparisons.map((entry) => templateKey(comparisonId(lesson.id, entry), 'compare', 'en')),
  ]);
  expect(expected.filter((key) => !drawn[key])).toEqual([]);
});

/** Whether a mail of this key is on this step of the lesson. */
function isOf(key: string, lesson: Lesson, step: LessonStep): boolean {
  return stepIds(lesson, step).some((id) => key.startsWith(`${id}:`));
}

test('nobody gets two mails on a step or a comparison with the same subject, and every subject fits a line', () => {
  const keyed = ['compare', 'apply', 'did-you'].flatMap((kind) => of(kind));
  const subjects = keyed.map(([, { subject }]) => subject);
  // The steps of one lesson go to different people, and its first one also has the id from when there was one.
  const lessonAndSubject = new Set(keyed.map(([key, { subject }]) => `${key.split('/')[1]} ${subject}`));
  const once = [...lessonAndSubject].map((entry) => entry.slice(entry.indexOf(' ') + 1));
  expect(once.filter((subject, index) => once.indexOf(subject) !== index)).toEqual([]);
  expect(subjects.filter((subject) => subject.length >= 60 || lettersWide(subject) > 110)).toEqual([]);
});

const kinds = ['case', 'recall', 'compare', 'apply', 'did-you'];

test('the subject of a comparison says what it is of, and asks nothing', () => {
  const subjects = of('compare').map(([, { subject }]) => subject);
  expect(subjects.length).toBeGreaterThan(0);
  expect(subjects.filter((subject) => /[?？は]$|か$/.test(subject))).toEqual([]);
});

test.each(kinds)('of a mail of the kind %s at most 5 %% is filler that nobody sees', (kind) => {
  const unseen = /\u034f|[\u00a0\u00ad\u200b-\u200f\u2060\ufeff]|&(?:nbsp|zwnj|zwj|shy|#8199|#847);/g;
  const share = ({ html }: MailTemplate) =>
    Buffer.byteLength(html.match(unseen)?.join('') ?? '') / Buffer.byteLength(html);
  expect(of(kind).filter(([, template]) => share(template) > 0.05)).toEqual([]);
});

test.each(kinds)('in a mail of the kind %s whatever has a ground of its own says the colour of its letters', (kind) => {
  for (const [key, { html }] of of(kind)) {
    const grounds = [...html.matchAll(/<(?:td|a)[^>]*class="(?:btn|go)[^>]*>/g)].map(([tag]) => tag);
    expect(grounds.length, key).toBeGreaterThan(1);
    for (const tag of grounds) expect(tag).toMatch(/(?=.*[";]background:#)(?=.*[";]color:#)/);
    expect(html.match(/<table[^>]*bgcolor="#/g)?.length, key).toBe(grounds.length / 2);
  }
});

const filling: MailPlaceholders = {
  addressee: 'Mei Tanaka-Hernández, Motors and Power Electronics for Railways, Kariya and Nagoya',
  why: 'Your team depends on “Brake valves” (hydraulic valves), and nobody in your team has looked below its suppliers.',
  siteUrl: 'https://nodomoto.your-company.com',
  monday: 'For a colleague (buyer, planner), if you pass this on: ask the two largest suppliers who makes the part.',
  answerUrl: `https://nodomoto.your-company.com/n/n.1.t9x8y7.${'x'.repeat(22)}`,
  caseUrl: 'https://nodomoto.your-company.com/cases/aisin-fire-1997/',
  preferencesUrl: `https://nodomoto.your-company.com/n/n.1.t9x8y7.${'x'.repeat(22)}/preferences`,
  pace: 'every two weeks',
  unsubscribeUrl: `https://nodomoto.your-company.com/u/u.1.t9x8y7.${'x'.repeat(22)}`,
  kept: 'We keep what you answer.',
  ownPageUrl: 'https://nodomoto.your-company.com/me/m.1',
  teamLine: 'None of seven of you would likely recall this lesson today.',
};

test.each(kinds)('in the text of a mail of the kind %s no line but a link is wider than 78 columns', (kind) => {
  for (const [key, template] of of(kind)) {
    const lines = fillTemplate(template, filling, [0.1, 0.1]).text.split('\n');
    const links = lines.filter((line) => line.includes('://'));
    expect(links.length, key).toBeGreaterThan(2);
    expect(
      links.filter((line) => !/^ *https:\/\/\S+$/.test(line)),
      key,
    ).toEqual([]);
    expect(
      lines.filter((line) => !line.includes('://') && columnsWide(line) > 78),
      key,
    ).toEqual([]);
  }
});

test.each(['compare', 'apply', 'did-you'])('a mail of the kind %s has at most 12 kB of HTML', (kind) => {
  expect(of(kind).filter(([, { html }]) => Buffer.byteLength(html) > 12_000)).toEqual([]);
});

test('a comparison does not tell the rule, nor what the cases share', () => {
  for (const language of ['en', 'ja'] as const) {
    for (const lesson of library[language].lessons) {
      for (const comparison of lesson.comparisons) {
        const mail = drawn[templateKey(comparisonId(lesson.id, comparison), 'compare', language)];
        for (const told of mail ? [lesson.rule, ...comparison.shared] : [])
          expect(`${mail?.subject} ${mail?.html} ${mail?.text}`).not.toContain(told);
      }
    }
  }
});

test('a comparison has one thing to do, a step three answers that its page knows', () => {
  for (const [, { html, text }] of of('compare')) {
    expect(html.match(/%%answerUrl%%/g)).toHaveLength(1);
    expect(text.match(/%%answerUrl%%/g)).toHaveLength(1);
  }
  for (const kind of ['apply', 'did-you']) {
    for (const [, { html, text }] of of(kind)) {
      for (const part of [html, text])
        expect([...part.matchAll(/%%answerUrl%%\?c=(\w+)/g)].map(([, choice]) => choice).sort()).toEqual([
          'cannot',
          'done',
          'will',
        ]);
    }
  }
});

test('a comparison is drawn in another language only when both of its cases are told in it', async () => {
  const told = library.ja.cases.filter(({ toldIn }) => toldIn === 'ja').map(({ id }) => id);
  const pairs = of('compare')
    .map(([key]) => key.split(':'))
    .filter(([, , language]) => language === 'ja')
    .map(([id = '']) => id.split('/').slice(2));
  expect(pairs.length).toBeGreaterThan(0);
  expect(pairs.flat().filter((id) => !told.includes(id))).toEqual([]);
  expect((await Array.fromAsync(renderTemplates(aLibrary()))).filter(([key]) => key.endsWith(':compare:ja'))).toEqual(
    [],
  );
});

test.each(['compare', 'apply', 'did-you'])(
  'of a mail of the kind %s at most 90 words are ours, not the content’s',
  (kind) => {
    for (const [key, { text }] of of(kind).filter(([entry]) => entry.endsWith(':en'))) {
      const lesson = library.en.lessons.find(({ id }) => id === key.split('/')[1]);
      const pair = library.en.cases.filter(({ id }) => key.includes(`/${id}`));
      const content = [
        ...(lesson
          ? [lesson.rule, ...lesson.steps.filter((step) => isOf(key, lesson, step)).map(({ action }) => action)]
          : []),
        ...pair.flatMap((entry) => [shortDek(entry.dek, 'en'), entry.title, eventName(entry), entry.place]),
      ];
      const ours = content.reduce(
        (left, told) => left.replaceAll(told.toUpperCase(), '').replaceAll(told, ''),
        text.replace(/\s+/g, ' '),
      );
      expect(content.filter((told) => ours.includes(told))).toEqual([]);
      expect(ours.replace(/\S*%%\S*/g, '').match(/[a-z’']+/gi)?.length).toBeLessThanOrEqual(90);
    }
  },
);
