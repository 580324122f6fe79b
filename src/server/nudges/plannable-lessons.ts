import { comparisonId, stepId } from '#catalogue/asked.ts';
import { type Catalogue, type CatalogueCase, scheduledLessons } from '#catalogue/catalogue.ts';
import { withoutPieces } from '#catalogue/pieces/without-pieces.ts';
import type { Vocabulary } from '#catalogue/schema/vocabulary.ts';
import type { LicensedGoods } from '#core/exposure/condition.ts';
import type { CaseTraits } from '#core/exposure/relevance.ts';
import type { PlannableLesson } from '#core/planning/planner-types.ts';
import { firstLanguage } from '#i18n/languages.ts';
import type { Db } from '#server/database/open-database.ts';
import { readTeamsOfSuppliers } from '#server/walls/read-wall.ts';

const known = new WeakMap<Catalogue, readonly PlannableLesson[]>();

/** The lessons that may be sent, without their prose: made once of a catalogue, as many pages ask for them. */
export function plannableLessons(catalogue: Catalogue): readonly PlannableLesson[] {
  const lessons = known.get(catalogue) ?? lessonsOf(catalogue);
  known.set(catalogue, lessons);
  return lessons;
}

/** The lessons of each team: those of a supplier are sent nothing that the house wrote itself. */
export async function lessonsByTeam(
  db: Db,
  catalogue: Catalogue,
): Promise<(teamId: number) => readonly PlannableLesson[]> {
  const ofSuppliers = new Set(await readTeamsOfSuppliers(db));
  const all = plannableLessons(catalogue);
  const shared = ofSuppliers.size === 0 ? all : plannableLessons(withoutPieces(catalogue));
  return (teamId) => (ofSuppliers.has(teamId) ? shared : all);
}

function lessonsOf(catalogue: Catalogue): PlannableLesson[] {
  const traits = new Map(catalogue.cases.map((entry) => [entry.id, traitsOf(entry, catalogue)]));
  const questions = new Map(
    catalogue.cases.flatMap(({ id: caseId, questions: own, mail }) =>
      own.map(({ id, roles, validUntil }) => {
        const lapses = { askedUntil: validUntil ?? null, toldUntil: mail.validUntil ?? null };
        return [id, { id, caseId, roles, ...lapses }] as const;
      }),
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

/** Families so wide that what was withheld of them says nothing of the rest: a screw is a part as a magnet is. */
const wideFamilies: readonly string[] = ['part', 'material', 'goods'];

/** What the state that wielded the lever withheld in each case of coercion: its inputs, and their families but for the widest. */
function licensedGoods({ cases, vocabulary }: Catalogue): LicensedGoods {
  const nameOf = new Intl.DisplayNames(firstLanguage, { type: 'region' });
  return new Set(
    cases.flatMap(({ leverage, supply, inputs }) => {
      const families = familiesOf(inputs, vocabulary).filter((family) => !wideFamilies.includes(family));
      const wielders = supply.filter((code) => leverage && nameOf.of(code) === leverage.wielder);
      return wielders.flatMap((country) => [...inputs, ...families].map((goods) => `${country} ${goods}`));
    }),
  );
}
