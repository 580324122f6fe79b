import type { Catalogue, CatalogueCase, CatalogueQuestion, Lesson, Module } from '#catalogue/catalogue.ts';
import { findCase, findLesson } from '#catalogue/catalogue.ts';

/** One lesson on one morning: the case whose sheet is on the table, and the question that is put. */
export type Morning = { lesson: Lesson; entry: CatalogueCase | undefined; question: CatalogueQuestion | undefined };

/** Of more lessons than this a sheet gives the questions without their scenes, and the answers without the reasons of the rules. */
const mostInFull = 4;

export function isInFull(mornings: readonly Morning[]): boolean {
  return mornings.length <= mostInFull;
}

/** The mornings of a module. A case that was on the table before gives way to one that was not. */
export function morningsOf(catalogue: Catalogue, module: Module): Morning[] {
  const used = new Set<string>();
  return module.lessons.map((id) => {
    const lesson = findLesson(catalogue, id);
    const entry = bestCase(catalogue, lesson, used);
    if (entry) used.add(entry.id);
    return { lesson, entry, question: entry && questionFor(entry, lesson, module) };
  });
}

/** Best is a case told in the reader's language; then one whose own decision asks this lesson, so that its sheet does; then a new one. */
function bestCase(catalogue: Catalogue, lesson: Lesson, used: ReadonlySet<string>): CatalogueCase | undefined {
  const weight = (entry: CatalogueCase) =>
    (entry.toldIn === catalogue.language ? 4 : 0) +
    (decisionOf(entry)?.lesson === lesson.id ? 2 : 0) +
    (used.has(entry.id) ? 0 : 1);
  return lesson.caseIds.map((id) => findCase(catalogue, id)).sort((a, b) => weight(b) - weight(a))[0];
}

function questionFor(entry: CatalogueCase, lesson: Lesson, module: Module): CatalogueQuestion | undefined {
  const decision = decisionOf(entry);
  if (decision?.lesson === lesson.id) return decision;
  const asked = entry.questions.filter((question) => question.lesson === lesson.id);
  return asked.find(({ roles }) => roles.some((role) => module.audience.includes(role))) ?? asked[0];
}

function decisionOf(entry: CatalogueCase): CatalogueQuestion | undefined {
  return entry.questions.find(({ id }) => id === `${entry.id}/${entry.decision}`);
}
