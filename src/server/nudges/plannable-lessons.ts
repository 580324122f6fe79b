import { comparisonId, stepId } from '#catalogue/asked.ts';
import { type Catalogue, type CatalogueCase, scheduledLessons } from '#catalogue/catalogue.ts';
import type { Vocabulary } from '#catalogue/schema/vocabulary.ts';
import type { LicensedGoods } from '#core/exposure/condition.ts';
import type { CaseTraits } from '#core/exposure/relevance.ts';
import type { PlannableLesson } from '#core/planning/planner-types.ts';

/** The lessons that may be sent, without their prose. */
export function plannableLessons(catalogue: Catalogue): PlannableLesson[] {
  const traits = new Map(catalogue.cases.map((entry) => [entry.id, traitsOf(entry, catalogue)]));
  const questions = new Map(
    catalogue.cases.flatMap(({ id: caseId, questions: own }) =>
      own.map(({ id, roles }) => [id, { id, caseId, roles }] as const),
    ),
  );
  const licensed = licensedGoods(catalogue);
  return scheduledLessons(catalogue).map((lesson) => ({
    id: lesson.id,
    stake: lesson.stake,
    roleGrades: new Map(Object.entries(lesson.grades)),
    reach: lesson.reach,
    when: lesson.when,
    licensed,
    cases: lesson.caseIds.flatMap((id) => traits.get(id) ?? []),
    questions: lesson.questionIds.flatMap((id) => questions.get(id) ?? []),
    comparisons: lesson.comparisons.map(({ left, right }) => ({
      id: comparisonId(lesson.id, { left, right }),
      left,
      right,
    })),
    steps: lesson.steps.map((step) => ({ id: stepId(lesson.id, step), roles: step.roles })),
  }));
}

function traitsOf(entry: CatalogueCase, { vocabulary }: Catalogue): CaseTraits {
  const { id, inputs, routes, systems, countries, supply, sectors, hazards, dependencies, roles } = entry;
  return {
    id,
    inputs,
    families: familiesOf(inputs, vocabulary),
    routes,
    systems,
    countries,
    supply,
    sectors,
    hazards,
    dependencies,
    roles,
    startedOn: entry.event.start,
  };
}

function familiesOf(inputs: readonly string[], { inputs: terms }: Vocabulary): string[] {
  return [...new Set(inputs.flatMap((id) => terms.find((term) => term.id === id)?.family ?? []))];
}

/** What a state withheld in a case of the library: the families of the goods, from the countries where the weak point lay. */
function licensedGoods({ cases, vocabulary }: Catalogue): LicensedGoods {
  const withheld = cases.filter(({ hazards }) => hazards.includes('state-coercion'));
  return new Set(
    withheld.flatMap(({ supply, leverage, inputs }) => {
      const families = familiesOf(inputs, vocabulary);
      return leverage ? supply.flatMap((country) => families.map((family) => `${country} ${family}`)) : [];
    }),
  );
}
