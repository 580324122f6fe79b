import type { ExposureItem, TeamExposure } from './exposure.ts';

/** What relevance needs to know of a case. */
export type CaseTraits = {
  id: string;
  inputs: readonly string[];
  countries: readonly string[];
  sectors: readonly string[];
  dependencies: readonly string[];
  roles: readonly string[];
};

/** Why a case concerns a person, strongest first. The words are made where they are shown. */
export type RelevanceReason =
  | { kind: 'input'; item: string; input: string; origin: string | null }
  | { kind: 'dependency'; item: string; suppliers: number }
  | { kind: 'country'; item: string; country: string }
  | { kind: 'sector'; sector: string }
  | { kind: 'role'; role: string };

export type Relevance = { score: number; reasons: RelevanceReason[] };

/** Points for what a team and a case share; ours, untested, published so that a trainer can argue with them (meti.md 6.2). */
export const relevancePoints = { input: 3, country: 2, dependency: 2, sector: 1, role: 1 } as const;

const mostPoints = Object.values(relevancePoints).reduce((sum, points) => sum + points, 0);

/** Somebody outside the roles a lesson is for still gains from it, though less. */
const otherRoleFactor = 0.5;

/** Relevance of a case to a person of `role` in a team with this exposure: score 0 to 1 with its reasons. Pure. */
export function caseRelevance(traits: CaseTraits, exposure: TeamExposure, role: string): Relevance {
  const reasons = [
    inputReason(traits, exposure),
    dependencyReason(traits, exposure),
    countryReason(traits, exposure),
    sectorReason(traits, exposure),
    roleReason(traits, role),
  ].filter((reason) => reason !== null);
  const points = reasons.reduce((sum, reason) => sum + relevancePoints[reason.kind], 0);
  return { score: points / mostPoints, reasons };
}

/** The best case of a lesson for this person, and its relevance; people outside the lesson's roles count half. */
export function lessonRelevance(
  lesson: { roles: readonly string[]; cases: readonly CaseTraits[] },
  exposure: TeamExposure,
  role: string,
): { caseId: string | null; relevance: Relevance } {
  const factor = lesson.roles.includes(role) ? 1 : otherRoleFactor;
  const ranked = lesson.cases
    .map((traits) => ({ caseId: traits.id, relevance: caseRelevance(traits, exposure, role) }))
    .sort((a, b) => b.relevance.score - a.relevance.score || a.caseId.localeCompare(b.caseId));
  const best = ranked[0];
  if (!best) return { caseId: null, relevance: { score: 0, reasons: [] } };
  return { caseId: best.caseId, relevance: { ...best.relevance, score: best.relevance.score * factor } };
}

/** The item closest to stopping: least stock against the time to recover. */
function mostExposed(items: ExposureItem[]): ExposureItem | null {
  const gap = (item: ExposureItem) => item.stockDays / Math.max(1, item.recoveryDays);
  return [...items].sort((a, b) => gap(a) - gap(b) || a.name.localeCompare(b.name))[0] ?? null;
}

function inputReason(traits: CaseTraits, exposure: TeamExposure): RelevanceReason | null {
  const item = mostExposed(exposure.items.filter((entry) => traits.inputs.includes(entry.input)));
  if (!item) return null;
  const sameCountry = traits.countries.includes(item.origin);
  return { kind: 'input', item: item.name, input: item.input, origin: sameCountry ? item.origin : null };
}

function dependencyReason(traits: CaseTraits, exposure: TeamExposure): RelevanceReason | null {
  const single = ['single-source', 'single-site'];
  if (!traits.dependencies.some((dependency) => single.includes(dependency))) return null;
  const item = mostExposed(exposure.items.filter((entry) => entry.suppliers === 1 && entry.alternative !== 'tested'));
  return item ? { kind: 'dependency', item: item.name, suppliers: item.suppliers } : null;
}

/** Half of an item from one country is where losing that country cannot be absorbed by the others. */
const dominantShare = 0.5;

function countryReason(traits: CaseTraits, exposure: TeamExposure): RelevanceReason | null {
  const item = mostExposed(
    exposure.items.filter((entry) => traits.countries.includes(entry.origin) && entry.share >= dominantShare),
  );
  return item ? { kind: 'country', item: item.name, country: item.origin } : null;
}

function sectorReason(traits: CaseTraits, exposure: TeamExposure): RelevanceReason | null {
  const sector = exposure.sector;
  return sector && traits.sectors.includes(sector) ? { kind: 'sector', sector } : null;
}

function roleReason(traits: CaseTraits, role: string): RelevanceReason | null {
  return traits.roles.includes(role) ? { kind: 'role', role } : null;
}
