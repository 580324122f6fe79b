import { firstLanguage } from '#i18n/languages.ts';
import type { Catalogue, CatalogueCase, Lesson, Module } from './catalogue.ts';
import { nameChoices } from './name-choices.ts';
import type { CaseFrontMatter } from './schema/case.ts';
import type { GlossaryTerm } from './schema/glossary.ts';
import type { InstrumentFile } from './schema/instrument.ts';
import type { Jurisdiction } from './schema/jurisdiction.ts';
import type { LessonFile } from './schema/lesson.ts';
import type { MailStory } from './schema/mail-story.ts';
import type { ModuleFile } from './schema/module.ts';
import type { OfficialList, OfficialListName } from './schema/official-list.ts';
import type { Question } from './schema/question.ts';
import { type RoleId, roleIds } from './schema/roles.ts';
import type { Source } from './schema/source.ts';
import type { Starter } from './schema/starter.ts';
import type { Vocabulary } from './schema/vocabulary.ts';
import { openingOf, readingMinutes } from './story-body.ts';

export type CaseFolder = {
  id: string;
  frontMatter: CaseFrontMatter;
  body: string;
  questions: Question[];
  sources: Source[];
  mail: MailStory;
};

export type ContentParts = {
  cases: CaseFolder[];
  lessons: { id: string; file: LessonFile }[];
  modules: { id: string; file: ModuleFile }[];
  instruments: { id: string; file: InstrumentFile }[];
  jurisdictions: Jurisdiction[];
  lists: Record<OfficialListName, OfficialList>;
  glossary: GlossaryTerm[];
  vocabulary: Vocabulary;
  starters: Starter[];
};

/** Joins parsed files into the catalogue. Newest case first; lessons and modules by id. Pure. */
export function assembleCatalogue(parts: ContentParts): Catalogue {
  const cases = parts.cases.map(joinCase).sort((a, b) => b.event.start.localeCompare(a.event.start));
  const lessons = parts.lessons.map(({ id, file }) => joinLesson(id, file, cases));
  const modules: Module[] = parts.modules.map(({ id, file }) => ({ id, ...file, toldIn: firstLanguage }));
  return {
    language: firstLanguage,
    cases,
    lessons,
    modules,
    instruments: parts.instruments.map(({ id, file }) => ({ id, ...file })),
    jurisdictions: parts.jurisdictions,
    lists: parts.lists,
    glossary: parts.glossary,
    vocabulary: parts.vocabulary,
    starters: parts.starters,
  };
}

/** What a case's page tells beside its story. */
function readBesides({ dek, impact, timeline, contrast, fading, monday, board }: CaseFrontMatter): string[] {
  return [
    dek,
    ...impact.flatMap(({ figure, unit }) => [figure, unit]),
    ...timeline.map(({ text }) => text),
    ...[contrast.left, contrast.right].flatMap(({ who, figure, text }) => [who, figure, text]),
    ...fading.moments.map(({ label }) => label),
    ...[monday.action, board.cost, board.opportunity],
  ];
}

/** A case as the rest of the app knows it. Pure. */
export function joinCase(folder: CaseFolder): CatalogueCase {
  return {
    id: folder.id,
    ...folder.frontMatter,
    toldIn: firstLanguage,
    behind: false,
    contestedToldIn: firstLanguage,
    readingMinutes: readingMinutes([folder.body, ...readBesides(folder.frontMatter)]),
    opening: openingOf(folder.body),
    mail: folder.mail,
    sources: folder.sources,
    questions: folder.questions.map((question) => ({
      ...question,
      id: `${folder.id}/${question.id}`,
      caseId: folder.id,
      choices: nameChoices(question.choices),
    })),
  };
}

function joinLesson(id: string, file: LessonFile, cases: CatalogueCase[]): Lesson {
  const teaching = cases.filter((entry) => entry.lessons.some((taught) => taught.id === id));
  const questions = teaching.flatMap((entry) => entry.questions).filter((question) => question.lesson === id);
  return {
    id,
    ...file,
    roles: rolesOf(file.grades),
    toldIn: firstLanguage,
    comparisonsToldIn: firstLanguage,
    caseIds: teaching.map((entry) => entry.id),
    questionIds: questions.map((question) => question.id),
  };
}

/** From this grade on a lesson is part of a role's work. */
const partOfTheWork = 2;

function rolesOf(grades: LessonFile['grades']): RoleId[] {
  return roleIds.filter((role) => grades[role] >= partOfTheWork).sort((a, b) => grades[b] - grades[a]);
}
