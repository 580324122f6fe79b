import { comparisonId, stepId } from '#catalogue/asked.ts';
import { type Catalogue, type CatalogueCase, scheduledLessons } from '#catalogue/catalogue.ts';
import type { CaseTraits } from '#core/exposure/relevance.ts';
import type { PlannableLesson } from '#core/planning/planner-types.ts';

/** The lessons that may be sent, without their prose. */
export function plannableLessons(catalogue: Catalogue): PlannableLesson[] {
  const traits = new Map(catalogue.cases.map((entry) => [entry.id, traitsOf(entry)]));
  const caseOf = new Map(
    catalogue.cases.flatMap((entry) => entry.questions.map((question) => [question.id, entry.id] as const)),
  );
  return scheduledLessons(catalogue).map((lesson) => ({
    id: lesson.id,
    stake: lesson.stake,
    roles: lesson.roles,
    cases: lesson.caseIds.flatMap((id) => traits.get(id) ?? []),
    questions: lesson.questionIds.map((id) => ({ id, caseId: caseOf.get(id) ?? '' })),
    comparisons: lesson.comparisons.map(({ left, right }) => ({
      id: comparisonId(lesson.id, { left, right }),
      left,
      right,
    })),
    stepId: stepId(lesson.id),
  }));
}

function traitsOf(entry: CatalogueCase): CaseTraits {
  const { id, inputs, routes, systems, countries, sectors, hazards, dependencies, roles } = entry;
  return {
    id,
    inputs,
    routes,
    systems,
    countries,
    sectors,
    hazards,
    dependencies,
    roles,
    startedOn: entry.event.start,
  };
}
