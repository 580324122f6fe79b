import { bySmallestCover, nearlyAll, type ProfileFact } from './condition.ts';
import type { ExposureItem, TeamExposure } from './exposure.ts';
import type { RelevanceWeights, SharedKind } from './weights.ts';

/** What relevance needs to know of a case. */
export type CaseTraits = {
  id: string;
  inputs: readonly string[];
  /** Families of its inputs. */
  families: readonly string[];
  routes: readonly string[];
  systems: readonly string[];
  /** Every country it tells of. */
  countries: readonly string[];
  /** Those of them where the weak point lay: where the thing was made, mined or shipped from, not where it was missed. */
  supply: readonly string[];
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

/**
 * Why a case concerns a person, strongest first. The words are made where they are shown. A dependency and a country are only ever those of
 * an item that the case is about, by its very input or by its family: else everything that comes from one country would be like everything else.
 */
export type RelevanceReason =
  | { kind: 'input'; item: string; input: string; origin: string | null }
  | { kind: 'route'; route: string }
  | { kind: 'system'; system: string }
  | { kind: 'dependency'; item: string; hangsOn: HangsOn }
  | { kind: 'country'; item: string; country: string }
  | { kind: 'condition'; holds: ProfileFact }
  | { kind: 'family'; item: string; family: string }
  | { kind: 'hazard'; hazard: string; site: string; country: string }
  | { kind: 'sector'; sector: string }
  | { kind: 'role'; role: string };

/** What was counted, in points: a thing that is shared, the text of the profile, or how widely a lesson applies. */
export type Count = { of: SharedKind | 'text' | 'reach'; points: number };

/** How alike a case and a team are, with its reasons. */
export type Likeness = { counts: Count[]; reasons: RelevanceReason[] };

/** Likeness of a case to a team with this exposure, whoever of it reads. `textLikeness`: how much the profile reads like the case, 0 to 1. Pure. */
export function likenessOf(
  traits: CaseTraits,
  exposure: TeamExposure,
  textLikeness: number,
  weights: RelevanceWeights,
): Likeness {
  const items = bySmallestCover(exposure.items);
  const same = items.filter((item) => item.input !== null && traits.inputs.includes(item.input));
  const akin = items.filter((item) => item.family !== null && traits.families.includes(item.family));
  const matching = same.length > 0 ? same : akin;
  const reasons = [
    inputReason(same[0], traits),
    routeReason(traits, exposure),
    systemReason(traits, exposure),
    dependencyReason(traits, matching, exposure.home),
    countryReason(traits, matching),
    same.length > 0 ? null : familyReason(akin[0]),
    hazardReason(traits, exposure),
    sectorReason(traits, exposure),
  ].filter((reason) => reason !== null);
  const shared = reasons.map(({ kind }): Count => ({ of: kind, points: weights.points[kind] }));
  return { counts: [...shared, { of: 'text', points: weights.text * textLikeness }], reasons };
}

function inputReason(item: ExposureItem | undefined, traits: CaseTraits): RelevanceReason | null {
  if (!item?.input) return null;
  const fromThere = item.origin !== null && traits.supply.includes(item.origin);
  return { kind: 'input', item: item.name, input: item.input, origin: fromThere ? item.origin : null };
}

function familyReason(item: ExposureItem | undefined): RelevanceReason | null {
  return item?.family ? { kind: 'family', item: item.name, family: item.family } : null;
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

const hangs: Record<HangsOn, (item: ExposureItem, home: readonly string[]) => boolean> = {
  'one-supplier': ({ suppliers, alternative }) => suppliers === 1 && alternative !== 'tested',
  'one-country': ({ share, origin, alternative }, home) =>
    share !== null && share >= nearlyAll && alternative !== 'tested' && origin !== null && !home.includes(origin),
  // Nobody said is not the same as nobody knows: only a team that answered counts.
  'unmapped-makers': ({ tiersMapped }) => tiersMapped === 0,
};

function dependencyReason(
  traits: CaseTraits,
  matching: readonly ExposureItem[],
  home: readonly string[],
): RelevanceReason | null {
  const theirs = traits.dependencies.flatMap((dependency) => dependencyHangsOn[dependency] ?? []);
  for (const hangsOn of hangsOnKinds.filter((kind) => theirs.includes(kind))) {
    const item = matching.find((entry) => hangs[hangsOn](entry, home));
    if (item) return { kind: 'dependency', item: item.name, hangsOn };
  }
  return null;
}

/** Half of an item from one country is where losing that country cannot be absorbed by the others. */
const dominantShare = 0.5;

function countryReason({ supply }: CaseTraits, matching: readonly ExposureItem[]): RelevanceReason | null {
  for (const { name, origin, share } of matching)
    if (origin !== null && supply.includes(origin) && share !== null && share >= dominantShare)
      return { kind: 'country', item: name, country: origin };
  return null;
}

/** Hazards that belong to a place: what struck a neighbour there can strike a team's own site. */
const hazardsOfPlaces: readonly string[] = ['natural', 'energy', 'epidemic', 'conflict', 'labour'];

function hazardReason(traits: CaseTraits, { sites }: TeamExposure): RelevanceReason | null {
  const hazard = traits.hazards.find((word) => hazardsOfPlaces.includes(word));
  const site = sites.find((entry) => traits.supply.includes(entry.country));
  return hazard && site ? { kind: 'hazard', hazard, site: site.name, country: site.country } : null;
}

function sectorReason(traits: CaseTraits, { sector }: TeamExposure): RelevanceReason | null {
  return sector && traits.sectors.includes(sector) ? { kind: 'sector', sector } : null;
}

export function pointsOf(counts: readonly Count[]): number {
  let sum = 0;
  for (const { points } of counts) sum += points;
  return sum;
}
