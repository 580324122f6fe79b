import { expect, test } from 'vitest';
import { comparisonId, type LessonStep, stepIds } from '#catalogue/asked.ts';
import type { Lesson } from '#catalogue/catalogue.ts';
import { readLibrary } from '#catalogue/read/read-content.ts';
import { lettersWide } from '#i18n/text-width.ts';
import { aLibrary } from '#testing/a-catalogue.ts';
import { type MailTemplate, type MailTemplates, templateKey } from '../mail-template.ts';
import { shortDek } from '../short-dek.ts';
import { renderTemplates } from './render-templates.tsx';

const library = readLibrary('content');
const drawn = await renderTemplates(library);

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
        expect([...part.matchAll(/%%answerUrl%%\?choice=(\w+)/g)].map(([, choice]) => choice).sort()).toEqual([
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
  expect(Object.keys(await renderTemplates(aLibrary())).filter((key) => key.endsWith(':compare:ja'))).toEqual([]);
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
        ...pair.flatMap(({ dek, title, place }) => [shortDek(dek, 'en'), title, place]),
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
