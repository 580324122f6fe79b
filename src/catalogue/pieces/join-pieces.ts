import { firstLanguage } from '#i18n/languages.ts';
import { joinCase } from '../assemble.ts';
import type { Catalogue, Lesson, Module } from '../catalogue.ts';
import { houseId } from '../house-id.ts';
import type { ReadPiece } from './check-piece.ts';

/** The library with what the house wrote itself: its cases among the others by their day, its modules after the others. Pure. */
export function joinPieces(catalogue: Catalogue, pieces: readonly ReadPiece[]): Catalogue {
  if (pieces.length === 0) return catalogue;
  const own = pieces.flatMap((piece) =>
    piece.kind === 'case' ? [joinCase({ ...piece.folder, id: houseId(piece.folder.id) })] : [],
  );
  const modules: Module[] = pieces.flatMap((piece) =>
    piece.kind === 'module' ? [{ ...piece.module.file, id: houseId(piece.module.id), toldIn: firstLanguage }] : [],
  );
  const cases = [...catalogue.cases, ...own].sort((a, b) => b.event.start.localeCompare(a.event.start));
  return {
    ...catalogue,
    cases,
    lessons: catalogue.lessons.map((lesson) => taughtBy(lesson, own)),
    modules: [...catalogue.modules, ...modules],
  };
}

function taughtBy(lesson: Lesson, own: readonly Catalogue['cases'][number][]): Lesson {
  const teaching = own.filter((entry) => entry.lessons.some(({ id }) => id === lesson.id));
  if (teaching.length === 0) return lesson;
  const questions = teaching.flatMap((entry) => entry.questions).filter((question) => question.lesson === lesson.id);
  return {
    ...lesson,
    caseIds: [...lesson.caseIds, ...teaching.map(({ id }) => id)],
    questionIds: [...lesson.questionIds, ...questions.map(({ id }) => id)],
  };
}
