import type { Catalogue, CatalogueQuestion, Lesson } from './catalogue.ts';

/** A lesson's two cases side by side. */
export type LessonComparison = Lesson['comparisons'][number];

/** One of a lesson's steps. */
export type LessonStep = Lesson['steps'][number];

/** What a nudge can put to somebody: a question, two cases to compare, or a lesson's step. */
export type AskedThing =
  | { kind: 'question'; question: CatalogueQuestion; lesson: Lesson }
  | { kind: 'comparison'; comparison: LessonComparison; lesson: Lesson }
  | { kind: 'step'; step: LessonStep; lesson: Lesson };

/** The id under which a comparison is sent; a question's has one slash, so the three never meet. */
export function comparisonId(lessonId: string, { left, right }: Pick<LessonComparison, 'left' | 'right'>): string {
  return `compare/${lessonId}/${left}/${right}`;
}

/** The id under which a step of a lesson is sent: its first role names it. Steps that were sent before there were several bear `firstStepId`. */
export function stepId(lessonId: string, { roles }: Pick<LessonStep, 'roles'>): string {
  return `apply/${lessonId}/${roles[0]}`;
}

/** What the step of a lesson was filed under when a lesson had one. */
function firstStepId(lessonId: string): string {
  return `apply/${lessonId}/step`;
}

/** Every id a step may have been sent under: the first one of a lesson also the old one. */
export function stepIds({ id, steps }: Pick<Lesson, 'id' | 'steps'>, step: LessonStep): string[] {
  return step === steps[0] ? [stepId(id, step), firstStepId(id)] : [stepId(id, step)];
}

/** The step within the work of a role, or null where the lesson asks nothing of it. */
export function stepFor<T extends Pick<LessonStep, 'roles'>>(
  { steps }: { steps: readonly T[] },
  role: string,
): T | null {
  return steps.find((step) => step.roles.some((own) => own === role)) ?? null;
}

/** What an id stands for, or `null` when it was withdrawn from the library. */
export function findAsked(catalogue: Catalogue, id: string): AskedThing | null {
  for (const lesson of catalogue.lessons) {
    const step = lesson.steps.find((entry) => stepIds(lesson, entry).includes(id));
    if (step) return { kind: 'step', step, lesson };
    const comparison = lesson.comparisons.find((entry) => comparisonId(lesson.id, entry) === id);
    if (comparison) return { kind: 'comparison', comparison, lesson };
  }
  const question = catalogue.cases.flatMap((entry) => entry.questions).find((entry) => entry.id === id);
  const lesson = question && catalogue.lessons.find((entry) => entry.id === question.lesson);
  return question && lesson ? { kind: 'question', question, lesson } : null;
}
