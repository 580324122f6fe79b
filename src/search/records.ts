import type { Catalogue, CatalogueCase, CatalogueQuestion, Lesson, Module } from '#catalogue/catalogue.ts';
import type { Term, VocabularyName } from '#catalogue/schema/vocabulary.ts';
import { marksOfCase, marksOfLesson, marksOfQuestion } from './concept.ts';

/** One part of a record. `weight` is what a word in it counts; `evenness` (b) is how much a long one is held against it. */
export type Field = { name: string; weight: number; evenness: number; texts: readonly string[] };

/** What is searched: its parts, and the marks of what it is about. */
export type SearchRecord = { fields: Field[]; marks: string[] };

function field(name: string, weight: number, evenness: number, texts: readonly (string | undefined)[]): Field {
  return { name, weight, evenness, texts: texts.flatMap((text) => text ?? []) };
}

const short = 0.3;
const long = 0.75;

function termsOf(catalogue: Catalogue, name: VocabularyName, ids: readonly string[]): string[] {
  const terms = catalogue.vocabulary[name].filter((term: Term) => ids.includes(term.id));
  return terms.flatMap((term) => [term.label, ...term.synonyms]);
}

function labelsOf(catalogue: Catalogue, entry: CatalogueCase): string[] {
  return [
    ...termsOf(catalogue, 'hazards', entry.hazards),
    ...termsOf(catalogue, 'inputs', entry.inputs),
    ...termsOf(catalogue, 'dependencies', entry.dependencies),
    ...termsOf(catalogue, 'routes', entry.routes),
  ];
}

function rulesOf(catalogue: Catalogue, entry: CatalogueCase): string[] {
  const taught = entry.lessons.map(({ id }) => id);
  return catalogue.lessons.flatMap((lesson) => (taught.includes(lesson.id) ? [lesson.rule] : []));
}

/**
 * A case by its parts. What names it weighs most; questions least, because a third of them are set in a trade of their own.
 * `original` is the same case in the first language, so that a name written in Latin letters is found on a Japanese page.
 */
export function recordOfCase(catalogue: Catalogue, entry: CatalogueCase, original: CatalogueCase): SearchRecord {
  const { left, right } = entry.contrast;
  const { leverage } = entry;
  const translated =
    entry.toldIn === original.toldIn ? [] : [original.title, original.event.name, original.dek, original.place];
  // Titles of sources are seldom translated: a translated index would grow by words its readers do not type.
  const evidence = entry.toldIn === original.toldIn && catalogue.language === original.toldIn ? entry.sources : [];
  return {
    marks: marksOfCase(entry),
    fields: [
      field('title', 5, short, [entry.title, entry.event.name, entry.mail.subject]),
      field('dek', 3, short, [entry.dek, entry.mail.preheader]),
      field('place', 3, short, [entry.place, entry.event.start.slice(0, 4), entry.id.replaceAll('-', ' ')]),
      field('labels', 2, short, labelsOf(catalogue, entry)),
      field(
        'here',
        2,
        long,
        entry.lessons.map(({ here }) => here),
      ),
      field('original', 2, long, translated),
      field('leverage', 1.5, short, [leverage?.wielder, leverage?.target, leverage?.node]),
      field('mail', 1.5, long, entry.mail.story),
      field(
        'impact',
        1.2,
        long,
        entry.impact.map(({ unit }) => unit),
      ),
      field(
        'timeline',
        1.2,
        long,
        entry.timeline.map(({ text }) => text),
      ),
      field('contrast', 1.2, long, [left.who, left.text, right.who, right.text]),
      field(
        'sources',
        0.4,
        long,
        evidence.map(({ title }) => title),
      ),
      field('rules', 1.5, long, rulesOf(catalogue, entry)),
      field('monday', 0.6, long, [entry.monday.action, entry.board.cost, entry.board.opportunity, entry.colourReason]),
      field('roles', 0.4, short, termsOf(catalogue, 'roles', entry.roles)),
      field(
        'questions',
        0.4,
        long,
        entry.questions.flatMap(({ scene, ask, subject }) => [scene, ask, subject]),
      ),
    ],
  };
}

export function recordOfLesson(lesson: Lesson): SearchRecord {
  return {
    marks: marksOfLesson(lesson),
    fields: [
      field('rule', 5, short, [lesson.rule]),
      field('why', 2, long, [lesson.why]),
      field(
        'step',
        1,
        long,
        lesson.steps.map(({ action }) => action),
      ),
    ],
  };
}

/** A module by what it is for, and by the rules in it. */
export function recordOfModule({ lessons }: Catalogue, { title, purpose, lessons: ids }: Module): SearchRecord {
  const own = lessons.filter(({ id }) => ids.includes(id));
  return {
    marks: own.flatMap(marksOfLesson),
    fields: [
      field('title', 5, short, [title]),
      field('purpose', 3, short, [purpose]),
      field(
        'rules',
        1.5,
        long,
        own.map(({ rule }) => rule),
      ),
    ],
  };
}

/** Without the choices: a search must not give an answer away. */
export function recordOfQuestion(question: CatalogueQuestion): SearchRecord {
  return {
    marks: marksOfQuestion(question),
    fields: [field('subject', 3, short, [question.subject, question.ask]), field('scene', 2, long, [question.scene])],
  };
}
