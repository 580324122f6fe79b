import type { ExposureItem, TeamExposure } from './exposure.ts';
import type { RelevanceWeights } from './weights.ts';

/** What relevance needs to know of a case. */
export type CaseTraits = {
  id: string;
  inputs: readonly string[];
  routes: readonly string[];
  systems: readonly string[];
  countries: readonly string[];
  sectors: readonly string[];
  hazards: readonly string[];
  dependencies: readonly string[];
  roles: readonly string[];
  /** When its event began: `2011-10`, `2011-10-08` or `2011`. */
  startedOn: string;
};

/** What an item hangs on: one supplier, one country, or makers below the supplier whom nobody has looked at. */
export const hangsOnKinds = ['one-supplier', 'one-country', 'unmapped-makers'] as const;

export type HangsOn = (typeof hangsOnKinds)[number];

/** Why a case concerns a person, strongest first. The words are made where they are shown. */
export type RelevanceReason =
  | { kind: 'input'; item: string; input: string; origin: string | null }
  | { kind: 'route'; route: string }
  | { kind: 'system'; system: string }
  | { kind: 'dependency'; item: string; suppliers: number; hangsOn: HangsOn }
  | { kind: 'country'; item: string; country: string }
  | { kind: 'hazard'; hazard: string; site: string; country: string }
  | { kind: 'sector'; sector: string }
  | { kind: 'role'; role: string };

/** How alike a case and a person's team are: `match` 0 to 1, with its reasons. */
export type Likeness = { match: number; reasons: RelevanceReason[] };

/** Likeness of a case to a person of `role` in a team with this exposure. Pure. */
export function likenessOf(
  traits: CaseTraits,
  exposure: TeamExposure,
  role: string,
  weights: RelevanceWeights,
): Likeness {
  return likenessForRole(sharedByAll(traits, exposure), traits, role, weights);
}

/** What a case has in common with everybody of a team with this exposure, strongest first; the most of the work, so it is done once a team. */
export function sharedByAll(traits: CaseTraits, exposure: TeamExposure): RelevanceReason[] {
  return [
    inputReason(traits, exposure),
    routeReason(traits, exposure),
    systemReason(traits, exposure),
    dependencyReason(traits, exposure),
    countryReason(traits, exposure),
    hazardReason(traits, exposure),
    sectorReason(traits, exposure),
  ].filter((reason) => reason !== null);
}

/** Likeness of a case to somebody of `role`, from what it shares with all of their team. */
export function likenessForRole(
  shared: RelevanceReason[],
  traits: CaseTraits,
  role: string,
  weights: RelevanceWeights,
): Likeness {
  const ofRole = roleReason(traits, role);
  const reasons = ofRole ? [...shared, ofRole] : shared;
  return { match: matchForRole(pointsOf(shared, weights), traits, role, weights), reasons };
}

/** Points of what a case shares with all of a team. */
export function pointsOf(shared: readonly RelevanceReason[], weights: RelevanceWeights): number {
  let sum = 0;
  for (const { kind } of shared) sum += weights.points[kind];
  return sum;
}

/** The match for somebody of `role`, 0 to 1, of a case that has so many points for all of their team. */
export function matchForRole(points: number, traits: CaseTraits, role: string, weights: RelevanceWeights): number {
  const ofRole = traits.roles.includes(role) ? weights.points.role : 0;
  return Math.min(1, (points + ofRole) / weights.fullMatch);
}

/** The item closest to stopping: least stock against the time to recover. */
function mostExposed(items: readonly ExposureItem[]): ExposureItem | null {
  const gap = (item: ExposureItem) => item.stockDays / Math.max(1, item.recoveryDays);
  return [...items].sort((a, b) => gap(a) - gap(b) || a.name.localeCompare(b.name))[0] ?? null;
}

function inputReason(traits: CaseTraits, { items }: TeamExposure): RelevanceReason | null {
  const item = mostExposed(items.filter((entry) => traits.inputs.includes(entry.input)));
  if (!item) return null;
  const sameCountry = traits.countries.includes(item.origin);
  return { kind: 'input', item: item.name, input: item.input, origin: sameCountry ? item.origin : null };
}

function routeReason(traits: CaseTraits, { routes }: TeamExposure): RelevanceReason | null {
  const route = routes.find((word) => traits.routes.includes(word));
  return route ? { kind: 'route', route } : null;
}

function systemReason(traits: CaseTraits, { systems }: TeamExposure): RelevanceReason | null {
  const system = systems.find((word) => traits.systems.includes(word));
  return system ? { kind: 'system', system } : null;
}

/** What the people of a case hung on, in the words of vocabulary/dependencies. */
const dependencyHangsOn: Record<string, HangsOn> = {
  'single-source': 'one-supplier',
  'single-site': 'one-supplier',
  'single-country': 'one-country',
  'hidden-tier2': 'unmapped-makers',
  'shared-tier-n': 'unmapped-makers',
};

const hangs: Record<HangsOn, (item: ExposureItem) => boolean> = {
  'one-supplier': (item) => item.suppliers === 1 && item.alternative !== 'tested',
  'one-country': (item) => item.share >= nearlyAll && item.alternative !== 'tested',
  // Nobody said is not the same as nobody knows: only a team that answered counts.
  'unmapped-makers': (item) => item.tiersMapped !== null && item.tiersMapped <= 1,
};

/** From this share on, an item comes from one country in all but name. */
const nearlyAll = 0.8;

function dependencyReason(traits: CaseTraits, { items }: TeamExposure): RelevanceReason | null {
  const theirs = traits.dependencies.flatMap((dependency) => dependencyHangsOn[dependency] ?? []);
  for (const hangsOn of hangsOnKinds.filter((kind) => theirs.includes(kind))) {
    const item = mostExposed(items.filter(hangs[hangsOn]));
    if (item) return { kind: 'dependency', item: item.name, suppliers: item.suppliers, hangsOn };
  }
  return null;
}

/** Half of an item from one country is where losing that country cannot be absorbed by the others. */
const dominantShare = 0.5;

function countryReason(traits: CaseTraits, { items }: TeamExposure): RelevanceReason | null {
  const item = mostExposed(
    items.filter((entry) => traits.countries.includes(entry.origin) && entry.share >= dominantShare),
  );
  return item ? { kind: 'country', item: item.name, country: item.origin } : null;
}

/** Hazards that belong to a place: what struck a neighbour there can strike a team's own site. */
const hazardsOfPlaces: readonly string[] = ['natural', 'energy', 'epidemic', 'conflict', 'labour'];

function hazardReason(traits: CaseTraits, { sites }: TeamExposure): RelevanceReason | null {
  const hazard = traits.hazards.find((word) => hazardsOfPlaces.includes(word));
  const site = sites.find((entry) => traits.countries.includes(entry.country));
  return hazard && site ? { kind: 'hazard', hazard, site: site.name, country: site.country } : null;
}

function sectorReason(traits: CaseTraits, { sector }: TeamExposure): RelevanceReason | null {
  return sector && traits.sectors.includes(sector) ? { kind: 'sector', sector } : null;
}

function roleReason(traits: CaseTraits, role: string): RelevanceReason | null {
  return traits.roles.includes(role) ? { kind: 'role', role } : null;
}
