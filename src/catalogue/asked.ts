import type { Catalogue, CatalogueQuestion, Lesson } from './catalogue.ts';

/** A lesson's two cases side by side. */
export type LessonComparison = Lesson['comparisons'][number];

/** What a nudge can put to somebody: a question, two cases to compare, or a lesson's step. */
export type AskedThing =
  | { kind: 'question'; question: CatalogueQuestion; lesson: Lesson }
  | { kind: 'comparison'; comparison: LessonComparison; lesson: Lesson }
  | { kind: 'step'; lesson: Lesson };

/** The id under which a comparison is sent; a question's has one slash, so the three never meet. */
export function comparisonId(lessonId: string, { left, right }: Pick<LessonComparison, 'left' | 'right'>): string {
  return `compare/${lessonId}/${left}/${right}`;
}

/** The id under which a lesson's step is sent. */
export function stepId(lessonId: string): string {
  return `apply/${lessonId}/step`;
}

/** What an id stands for, or `null` when it was withdrawn from the library. */
export function findAsked(catalogue: Catalogue, id: string): AskedThing | null {
  for (const lesson of catalogue.lessons) {
    if (id === stepId(lesson.id)) return { kind: 'step', lesson };
    const comparison = lesson.comparisons.find((entry) => comparisonId(lesson.id, entry) === id);
    if (comparison) return { kind: 'comparison', comparison, lesson };
  }
  const question = catalogue.cases.flatMap((entry) => entry.questions).find((entry) => entry.id === id);
  const lesson = question && catalogue.lessons.find((entry) => entry.id === question.lesson);
  return question && lesson ? { kind: 'question', question, lesson } : null;
}
