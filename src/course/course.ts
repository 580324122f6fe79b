import { addressesIn, questionAnchor } from '#catalogue/addresses.ts';
import {
  type Catalogue,
  type CatalogueCase,
  type CatalogueQuestion,
  findCase,
  findLesson,
  type Lesson,
  type Library,
  type Module,
} from '#catalogue/catalogue.ts';
import { isRight } from '#catalogue/schema/question.ts';
import { type Language, languages } from '#i18n/languages.ts';
import { letterOf } from './choice-letter.ts';

/** A module as a learner meets it outside our site: each lesson with one case told in short, one question, its rule and its sources. */
export type Course = {
  id: string;
  /** What never changes of it: an address of ours, under which platforms know it. */
  iri: string;
  siteUrl: string;
  /** The language of its title, and of its pages where a platform names none. */
  first: Language;
  tellings: CourseTelling[];
  questions: CourseQuestion[];
};

/** The whole course in one language. */
export type CourseTelling = { language: Language; module: Module; units: CourseUnit[] };

export type CourseUnit = { lesson: Lesson; entry: CatalogueCase; question: CatalogueQuestion; caseUrl: string };

/**
 * What is recorded of a question. `id` has no white space and no slash, as SCORM asks; `right` is the letter of a choice in this package, `choices` are
 * the names of all in its order, which stay theirs in every other package.
 */
export type CourseQuestion = { id: string; right: string; choices: readonly string[]; ask: string };

/** SCORM 2004 takes ids up to 4,000 letters and 1.2 up to 255. */
const longestId = 255;

/** What goes into a course, or `null` where the library has no such module. A lesson that no case teaches yet is left out. */
export function courseOf(library: Library, moduleId: string, first: Language, siteUrl: string): Course | null {
  const chosen = chooseUnits(library, moduleId);
  if (!chosen || chosen.length === 0) return null;
  const told = languages.map((language) => telling(library[language], moduleId, chosen, siteUrl));
  const tellings = told.filter((entry) => entry.language === first || isTold(entry));
  const start = tellings.find(({ language }) => language === first);
  if (!start) return null;
  return {
    id: moduleId,
    iri: `${siteUrl}${addressesIn('en').module(moduleId)}`,
    siteUrl,
    first,
    tellings: [start, ...tellings.filter((entry) => entry !== start)],
    questions: start.units.map(({ question }) => questionOf(question)),
  };
}

type Chosen = { lessonId: string; caseId: string; questionId: string };

/** For each lesson a case that asks about it: one not taken yet before any twice, and one told in every language before others. */
function chooseUnits(library: Library, moduleId: string): Chosen[] | null {
  const catalogue = library.en;
  const module = catalogue.modules.find(({ id }) => id === moduleId);
  if (!module) return null;
  const taken = new Set<string>();
  return module.lessons.flatMap((lessonId) => {
    const asking = findLesson(catalogue, lessonId).caseIds.flatMap((caseId) => {
      const question = findCase(catalogue, caseId).questions.find(({ lesson }) => lesson === lessonId);
      return question ? [{ lessonId, caseId, questionId: question.id }] : [];
    });
    const open = asking.filter(({ caseId }) => !taken.has(caseId));
    const unit = open.find(({ caseId }) => isEverywhere(library, caseId)) ?? open[0] ?? asking[0];
    if (!unit) return [];
    taken.add(unit.caseId);
    return [unit];
  });
}

function isEverywhere(library: Library, caseId: string): boolean {
  return languages.every((language) => findCase(library[language], caseId).toldIn === language);
}

function telling(catalogue: Catalogue, moduleId: string, chosen: readonly Chosen[], siteUrl: string): CourseTelling {
  const module = catalogue.modules.find(({ id }) => id === moduleId);
  if (!module) throw new RangeError(`The catalogue in ${catalogue.language} has no module "${moduleId}".`);
  const to = addressesIn(catalogue.language);
  const units = chosen.map(({ lessonId, caseId, questionId }) => {
    const entry = findCase(catalogue, caseId);
    const question = entry.questions.find(({ id }) => id === questionId);
    if (!question) throw new RangeError(`The case "${caseId}" has no question "${questionId}".`);
    return { lesson: findLesson(catalogue, lessonId), entry, question, caseUrl: `${siteUrl}${to.case(caseId)}` };
  });
  return { language: catalogue.language, module, units };
}

/** A case that nobody has translated stands in its own language among the others, as on our site. */
function isTold({ language, module, units }: CourseTelling): boolean {
  return [module, ...units.map(({ lesson }) => lesson)].every(({ toldIn }) => toldIn === language);
}

function questionOf({ id, ask, choices }: CatalogueQuestion): CourseQuestion {
  const right = choices.findIndex(isRight);
  return {
    id: questionAnchor(id).slice(0, longestId),
    right: letterOf(right),
    choices: choices.map((choice) => choice.id),
    ask,
  };
}
