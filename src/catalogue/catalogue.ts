import type { Passage } from '#core/sharing/passage.ts';
import type { Language } from '#i18n/languages.ts';
import type { CaseFrontMatter } from './schema/case.ts';
import type { GlossaryTerm } from './schema/glossary.ts';
import type { Instrument } from './schema/instrument.ts';
import type { Jurisdiction } from './schema/jurisdiction.ts';
import type { LessonFile } from './schema/lesson.ts';
import type { MailStory } from './schema/mail-story.ts';
import type { ModuleFile } from './schema/module.ts';
import type { OfficialList, OfficialListName } from './schema/official-list.ts';
import type { NamedChoice, Question } from './schema/question.ts';
import type { RoleId } from './schema/roles.ts';
import type { Source } from './schema/source.ts';
import type { Starter } from './schema/starter.ts';
import type { Vocabulary } from './schema/vocabulary.ts';

/** A question as the rest of the app knows it: its id is unique in the catalogue (`case/question`). */
export type CatalogueQuestion = Omit<Question, 'choices'> & { caseId: string; choices: NamedChoice[] };

export type CatalogueCase = CaseFrontMatter & {
  id: string;
  readingMinutes: number;
  /** The story up to its decision, in plain paragraphs. */
  opening: string[];
  mail: MailStory;
  sources: Source[];
  questions: CatalogueQuestion[];
  /** The original was changed after it was translated. */
  behind: boolean;
  /** What is contested is marked in the first language, and may still wait for its translation when the case has one. */
  contestedToldIn: Language;
  /** Where it comes from, when another organisation wrote it. */
  passage?: Passage;
} & Told;

/** The language something is told in: that of the page, unless nobody has translated it yet. */
export type Told = { toldIn: Language };

export type Lesson = LessonFile & {
  id: string;
  /** Whose work it is: the roles graded 2 or 3, the highest first. */
  roles: RoleId[];
  caseIds: string[];
  questionIds: string[];
  /** Comparisons are written after their lesson, and may still wait for their translation when it has one. */
  comparisonsToldIn: Language;
} & Told;

export type Module = ModuleFile & { id: string } & Told;

/** Everything published, with its references resolved and checked. */
export type Catalogue = {
  language: Language;
  cases: CatalogueCase[];
  lessons: Lesson[];
  modules: Module[];
  instruments: Instrument[];
  jurisdictions: Jurisdiction[];
  lists: Record<OfficialListName, OfficialList>;
  glossary: GlossaryTerm[];
  vocabulary: Vocabulary;
  starters: Starter[];
};

/** The catalogue in every language of the interface. */
export type Library = Record<Language, Catalogue>;

/** Lessons the planner may send. */
export function scheduledLessons(catalogue: Catalogue): Lesson[] {
  return catalogue.lessons.filter((lesson) => !lesson.draft);
}

export function findCase(catalogue: Catalogue, id: string): CatalogueCase {
  return found(
    catalogue.cases.find((entry) => entry.id === id),
    'case',
    id,
  );
}

export function findLesson(catalogue: Catalogue, id: string): Lesson {
  return found(
    catalogue.lessons.find((entry) => entry.id === id),
    'lesson',
    id,
  );
}

export function findQuestion(catalogue: Catalogue, id: string): CatalogueQuestion {
  const question = catalogue.cases.flatMap((entry) => entry.questions).find((entry) => entry.id === id);
  return found(question, 'question', id);
}

function found<T>(entry: T | undefined, what: string, id: string): T {
  if (entry) return entry;
  throw new RangeError(
    `The catalogue has no ${what} "${id}"; it was renamed or removed after something referred to it.`,
  );
}
