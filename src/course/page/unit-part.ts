import { createElement as h, type ReactNode } from 'react';
import { questionAnchor } from '#catalogue/addresses.ts';
import { choiceLetter, isRight } from '#catalogue/schema/question.ts';
import type { Source } from '#catalogue/schema/source.ts';
import { formatsIn } from '#i18n/format.ts';
import { type Language, languageTraits } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import { letterOf } from '../choice-letter.ts';
import type { CourseTelling, CourseUnit } from '../course.ts';

/** One lesson: the event first, then the decision, then the rule. */
export function unitPart({ language, units }: CourseTelling, unit: CourseUnit, index: number): ReactNode {
  const { course } = wordsIn(language);
  const { lesson, entry, question, caseUrl } = unit;
  return h(
    'section',
    { key: lesson.id, className: 'unit' },
    h('p', { className: 'label' }, `${course.of(index + 1, units.length)} · ${datelineOf(unit, language)}`),
    h(
      'div',
      { lang: entry.toldIn },
      h('h2', null, entry.title),
      entry.mail.story.map((paragraph) => h('p', { key: paragraph }, paragraph)),
    ),
    h(
      'div',
      { className: 'decision', lang: entry.toldIn },
      h('p', { className: 'label', lang: language }, course.decision),
      h('p', null, question.scene),
      h('h3', { className: 'ask' }, question.ask),
      choicesPart(unit, language),
    ),
    h('p', { className: 'label' }, course.rule),
    h('p', { className: 'rule' }, lesson.rule),
    h('p', null, lesson.why),
    lesson.steps[0] && h('p', { className: 'label' }, course.monday),
    lesson.steps[0] && h('p', null, lesson.steps[0].action),
    h(
      'details',
      { className: 'sources' },
      h('summary', null, course.sources),
      h('ol', null, entry.sources.map(sourcePart)),
      h('p', null, outside(caseUrl, course.whole)),
    ),
  );
}

function datelineOf({ entry }: CourseUnit, language: Language): string {
  return [entry.place, formatsIn(language).span(entry.event.start, entry.event.end)].join(
    languageTraits[language].comma,
  );
}

/** Each choice opens its own answer, so the page reads without a script; the player hears the first that is opened. */
function choicesPart({ question, entry: { toldIn: told } }: CourseUnit, language: Language): ReactNode {
  const { course } = wordsIn(language);
  const words = wordsIn(told).case;
  const format = formatsIn(told);
  const anchor = questionAnchor(question.id);
  return h(
    'ul',
    { className: 'choices bare', 'data-question': anchor },
    question.choices.map((choice, index) =>
      h(
        'li',
        { key: choice.text },
        h(
          'details',
          { name: `${language}-${anchor}`, 'data-choice': letterOf(index) },
          h(
            'summary',
            { className: 'choice' },
            h('b', { className: 'choice-letter' }, choiceLetter(index).toUpperCase()),
            h('span', null, choice.text),
            h('span', { className: 'yours', lang: language }, course.yours),
          ),
          h(
            'div',
            { className: 'verdict' },
            isRight(choice)
              ? h('p', null, h('b', { className: 'holds' }, format.sentence(words.right)), format.gap, choice.because)
              : [
                  h('p', { key: 'tempts' }, h('b', null, format.lead(words.tempts)), format.gap, choice.tempts),
                  h('p', { key: 'costs' }, h('b', null, format.lead(words.costs)), format.gap, choice.costs),
                ],
          ),
        ),
      ),
    ),
  );
}

function sourcePart({ id, publisher, title, url }: Source): ReactNode {
  return h('li', { key: id }, `${publisher}, `, outside(url, title));
}

/** Links lead out of the platform's frame, and tell nobody where from. */
function outside(href: string, text: string): ReactNode {
  return h('a', { href, target: '_blank', rel: 'noopener' }, text);
}
