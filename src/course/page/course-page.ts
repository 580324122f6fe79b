import { Fragment, createElement as h, type ReactNode } from 'react';
import { formatsIn } from '#i18n/format.ts';
import { languageTraits } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import type { Course, CourseTelling } from '../course.ts';
import type { CourseData } from '../course-data.ts';
import type { CourseEdition } from '../editions.ts';
import { startOf } from '../manifest/packaged-course.ts';
import { playerFile, styleFile } from '../player-files.ts';
import { unitPart } from './unit-part.ts';

/** Everything the pages of a course say, as one document that reads without a script. */
export function coursePage(course: Course, edition: CourseEdition, passMark: number): ReactNode {
  const { module, language } = startOf(course);
  const data: CourseData = {
    edition,
    iri: course.iri,
    passMark,
    questions: course.questions,
    words: Object.fromEntries(course.tellings.map((told) => [told.language, wordsIn(told.language).course.player])),
  };
  return h(
    'html',
    { lang: language },
    h(
      'head',
      null,
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'referrer', content: 'no-referrer' }),
      h('title', null, module.title),
      h('link', { rel: 'stylesheet', href: styleFile }),
    ),
    h(
      'body',
      { 'data-course': JSON.stringify(data) },
      h(
        'main',
        { className: 'course' },
        course.tellings.length > 1 && languagesPart(course),
        course.tellings.map((telling) => tellingPart(telling, telling.language === language)),
      ),
      h('script', { src: playerFile }),
    ),
  );
}

/** Buttons for whoever has a script, and links within the page for whoever has none. */
function languagesPart({ tellings }: Course): ReactNode {
  return h(
    'nav',
    { className: 'languages ui' },
    tellings.map(({ language }) =>
      h(
        Fragment,
        { key: language },
        h(
          'button',
          { type: 'button', className: 'linked', hidden: true, lang: language, 'data-speak': language },
          languageTraits[language].ownName,
        ),
        h('noscript', null, h('a', { href: `#telling-${language}`, lang: language }, languageTraits[language].ownName)),
      ),
    ),
  );
}

function tellingPart(telling: CourseTelling, isFirst: boolean): ReactNode {
  const { language, module, units } = telling;
  const words = wordsIn(language);
  const format = formatsIn(language);
  return h(
    'article',
    { key: language, id: `telling-${language}`, lang: language, 'data-telling': isFirst ? 'first' : 'other' },
    h(
      'header',
      null,
      h('p', { className: 'label' }, `${words.course.kind} · ${format.minutes(module.minutes)}`),
      h('h1', null, module.title),
      h('p', { className: 'dek' }, module.purpose),
    ),
    h('p', { className: 'notice', 'data-note': '', hidden: true }),
    h('p', { className: 'notice', 'data-trouble': '', role: 'alert', hidden: true }),
    h('p', { className: 'ui ash' }, words.course.counts),
    h('div', { className: 'course-bar' }, h('p', null, module.title), h('p', { 'data-done': '', role: 'status' })),
    units.map((unit, index) => unitPart(telling, unit, index)),
    h(
      'section',
      { className: 'outcome', 'data-outcome': '', hidden: true },
      h('h2', null, words.course.outcome),
      h('p', { className: 'dek', 'data-said': '', role: 'status' }),
      h('p', { 'data-later': '', hidden: true }, words.course.player.againLater),
      h(
        'p',
        { className: 'actions' },
        h('button', { type: 'button', className: 'button', 'data-again': '', hidden: true }, words.course.again),
      ),
    ),
    h(
      'p',
      { className: 'actions' },
      h('button', { type: 'button', className: 'button quiet', 'data-leave': '', hidden: true }, words.course.leave),
    ),
  );
}
