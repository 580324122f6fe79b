import type { Catalogue, CatalogueCase } from '../catalogue.ts';

/** What lies on the surface of a case. A related case shares the structure and as little of this as can be. */
const surfaces = ['sectors', 'inputs', 'countries', 'hazards'] as const;

export type Surface = (typeof surfaces)[number];

/** A case built like another. `lessons` and `dependencies` are what they share, rarest first; `apart` is the first surface that differs. */
export type RelatedCase = {
  entry: CatalogueCase;
  lessons: string[];
  dependencies: string[];
  apart: Surface | undefined;
  score: number;
};

/** How much less a relation counts for each of the four surfaces that both cases show: the same trade teaches less that is new. */
const surfaceLoss = 0.22;

type Structure = { lessons: ReadonlyMap<string, number>; dependencies: ReadonlyMap<string, number> };

function countsOf(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

function sharedRarestFirst(left: readonly string[], right: readonly string[], counts: ReadonlyMap<string, number>) {
  return left.filter((id) => right.includes(id)).sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0));
}

/** The rarer a thing in the library, the more two cases say to each other that share it. */
function rarity(ids: readonly string[], counts: ReadonlyMap<string, number>): number {
  return ids.reduce((sum, id) => sum + 1 / (counts.get(id) ?? 1), 0);
}

const lessonIds = (entry: CatalogueCase) => entry.lessons.map(({ id }) => id);

function relate(entry: CatalogueCase, other: CatalogueCase, structure: Structure): RelatedCase {
  const lessons = sharedRarestFirst(lessonIds(entry), lessonIds(other), structure.lessons);
  const dependencies = sharedRarestFirst(entry.dependencies, other.dependencies, structure.dependencies);
  const lever = entry.leverage && entry.leverage.mechanism === other.leverage?.mechanism ? 0.1 : 0;
  const common = surfaces.filter((surface) => entry[surface].some((id) => other[surface].includes(id)));
  const weight = 2 * rarity(lessons, structure.lessons) + rarity(dependencies, structure.dependencies) + lever;
  return {
    entry: other,
    lessons,
    dependencies,
    apart: surfaces.find((surface) => surface !== 'inputs' && !common.includes(surface)),
    score: weight * (1 - surfaceLoss * common.length),
  };
}

const structures = new WeakMap<Catalogue, Structure>();

function structureOf(catalogue: Catalogue): Structure {
  const known = structures.get(catalogue);
  if (known) return known;
  const structure = {
    lessons: countsOf(catalogue.cases.flatMap(lessonIds)),
    dependencies: countsOf(catalogue.cases.flatMap((entry) => entry.dependencies)),
  };
  structures.set(catalogue, structure);
  return structure;
}

/** The cases built most like this one that look least like it, best first. Each shares a lesson or a kind of dependency. Pure. */
export function relatedCases(catalogue: Catalogue, entry: CatalogueCase, most = 3): RelatedCase[] {
  const structure = structureOf(catalogue);
  return catalogue.cases
    .filter((other) => other.id !== entry.id)
    .map((other) => relate(entry, other, structure))
    .filter(({ lessons, dependencies }) => lessons.length + dependencies.length > 0)
    .sort((a, b) => b.score - a.score || a.entry.id.localeCompare(b.entry.id))
    .slice(0, most);
}
