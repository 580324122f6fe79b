import { type Catalogue, scheduledLessons } from '../catalogue/catalogue.ts';
import type { CaseTraits } from '../exposure/relevance.ts';
import type { PlannableLesson } from '../planning/world.ts';

/** The lessons that may be sent, without their prose. */
export function plannableLessons(catalogue: Catalogue): PlannableLesson[] {
  const traits = new Map<string, CaseTraits>(
    catalogue.cases.map(({ id, inputs, countries, sectors, dependencies, roles }) => [
      id,
      { id, inputs, countries, sectors, dependencies, roles },
    ]),
  );
  const caseOf = new Map(
    catalogue.cases.flatMap((entry) => entry.questions.map((question) => [question.id, entry.id] as const)),
  );
  return scheduledLessons(catalogue).map((lesson) => ({
    id: lesson.id,
    stake: lesson.stake,
    roles: lesson.roles,
    cases: lesson.caseIds.flatMap((id) => traits.get(id) ?? []),
    questions: lesson.questionIds.map((id) => ({ id, caseId: caseOf.get(id) ?? '' })),
  }));
}
