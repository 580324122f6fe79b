import type { PolicyColourId } from '#core/exposure/policy-colours.ts';
import type { Catalogue, CatalogueCase, Lesson } from '../catalogue.ts';

/** What the library has to say of one policy colour: the newest cases that have it, and the lessons that most of its cases teach. */
export function ofColour(
  { cases, lessons }: Catalogue,
  colour: PolicyColourId,
  most: number,
): { cases: CatalogueCase[]; lessons: Lesson[] } {
  const having = cases.filter(({ colours }) => colours.includes(colour));
  const ids = new Set(having.map(({ id }) => id));
  const taughtBy = (lesson: Lesson) => lesson.caseIds.filter((id) => ids.has(id)).length;
  return {
    cases: having.toSorted((a, b) => newestFirst(a, b)).slice(0, most),
    lessons: lessons
      .filter((lesson) => taughtBy(lesson) > 0)
      .toSorted((a, b) => taughtBy(b) - taughtBy(a) || a.id.localeCompare(b.id))
      .slice(0, most),
  };
}

function newestFirst(a: CatalogueCase, b: CatalogueCase): number {
  return b.event.start.localeCompare(a.event.start) || a.id.localeCompare(b.id);
}
