import { z } from 'zod';
import type { Alternative, ExposureItem, TeamExposure } from './exposure.ts';

const word = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use a word of the vocabulary, as in "metal"');

const anyOf = z.union([z.literal('any'), z.array(word).min(1)], 'write any, or a list of words');

/**
 * When a lesson matters to a team: everything named here must hold, and what is asked of an item must hold for one and the same item.
 * What a team has not said does not hold.
 */
export const conditionSchema = z
  .strictObject({
    /** *short*: less than a third of the days to recover, or a week and less where nobody knows those. *ample*: at least all of them. */
    stock: z.enum(['short', 'ample']).optional(),
    /** *one*: without a tested alternative. */
    suppliers: z.enum(['one', 'two', 'several']).optional(),
    /** *foreign*: from abroad. *one-country*: four fifths or more from one foreign country. *licence-country*: from a state that a case shows withholding the like of it. */
    origin: z.enum(['foreign', 'one-country', 'licence-country']).optional(),
    /** Nobody has looked below the direct suppliers. */
    makers: z.literal('unseen').optional(),
    /** *untested*: known or qualified, and no more. */
    alternative: z.enum(['none', 'untested', 'tested']).optional(),
    /** A quarter of a year or more. */
    recovery: z.literal('long').optional(),
    family: z.array(word).min(1).optional(),
    essential: z.literal('yes').optional(),
    lead: z.literal('yes').optional(),
    leak: z.literal('yes').optional(),
    upheaval: z.literal('yes').optional(),
    sites: z.enum(['one', 'several']).optional(),
    routes: anyOf.optional(),
    systems: anyOf.optional(),
    sectors: z.array(word).min(1).optional(),
  })
  .refine((condition) => Object.keys(condition).length > 0, 'name at least one thing that must hold');

export type Condition = z.infer<typeof conditionSchema>;

/** What a case shows a government withholding: its country with an input, `CN gallium`, and with the input's family, `CN metal`. */
export type LicensedGoods = ReadonlySet<string>;

/** A fact of a team's profile that makes a lesson matter to it, with its figures. */
export type ProfileFact =
  | { fact: 'stock-short' | 'stock-ample'; item: string; stockDays: number; recoveryDays: number }
  | { fact: 'stock-bare'; item: string; stockDays: number }
  | { fact: 'foreign' | 'licence-country' | 'one-country'; item: string; country: string }
  | { fact: 'one-supplier' | 'makers-unseen'; item: string }
  | { fact: 'suppliers'; item: string; suppliers: number }
  | { fact: 'alternative'; item: string; alternative: Alternative }
  | { fact: 'recovery-long'; item: string; recoveryDays: number }
  | { fact: 'essential' | 'lead' | 'leak' | 'upheaval'; item: string }
  | { fact: 'family'; item: string; family: string }
  | { fact: 'one-site'; site: string }
  | { fact: 'sites'; sites: number }
  | { fact: 'route'; route: string }
  | { fact: 'system'; system: string }
  | { fact: 'sector'; sector: string };

/** From this share on, an item comes from one country in all but name. */
export const nearlyAll = 0.8;

/** Below this part of the time to recover, stock is a formality. Ours: a third leaves two thirds of the outage unbridged. */
const shortPart = 1 / 3;

/** Days of stock that are few whatever the recovery takes: a week. */
const bareDays = 7;

/** Days from which a recovery outlasts any stock that firms usually hold: a quarter of a year. */
const longRecovery = 90;

/** What of a team's profile meets a condition, the most telling fact first; null when it is not met. Pure. */
export function factsMeeting(
  condition: Condition,
  exposure: TeamExposure,
  licensed: LicensedGoods,
): readonly ProfileFact[] | null {
  const ofTeam = teamFacts(condition, exposure);
  if (!ofTeam) return null;
  if (!asksOfItem(condition)) return ofTeam;
  for (const item of bySmallestCover(exposure.items)) {
    const ofItem = itemFacts(condition, item, exposure.home, licensed);
    if (ofItem) return [...ofItem, ...ofTeam];
  }
  return null;
}

const itemKeys = [
  'stock',
  'suppliers',
  'origin',
  'makers',
  'alternative',
  'recovery',
  'family',
  'essential',
  'lead',
  'leak',
  'upheaval',
] as const satisfies readonly (keyof Condition)[];

function asksOfItem(condition: Condition): boolean {
  return itemKeys.some((key) => condition[key] !== undefined);
}

/** Part of the time to recover that stock bridges; null where either is not known. */
export function coverOf({ stockDays, recoveryDays }: ExposureItem): number | null {
  if (stockDays === null || recoveryDays === null) return null;
  return stockDays / Math.max(1, recoveryDays);
}

const sorted = new WeakMap<readonly ExposureItem[], readonly ExposureItem[]>();

/** Those nearest to stopping first; whose cover nobody knows last, in the order of their names. Sorted once for a list: each case and condition asks. */
export function bySmallestCover(items: readonly ExposureItem[]): readonly ExposureItem[] {
  const known = sorted.get(items) ?? sortedByCover(items);
  sorted.set(items, known);
  return known;
}

function sortedByCover(items: readonly ExposureItem[]): readonly ExposureItem[] {
  const cover = (item: ExposureItem) => coverOf(item) ?? Number.MAX_VALUE;
  return [...items].sort((a, b) => cover(a) - cover(b) || a.name.localeCompare(b.name));
}

type Asked<Key extends keyof Condition> = NonNullable<Condition[Key]>;

/** For each thing that can be asked of an item: the fact that meets it, or null. */
type ItemTests = {
  [Key in (typeof itemKeys)[number]]: (
    asked: Asked<Key>,
    item: ExposureItem,
    home: readonly string[],
    licensed: LicensedGoods,
  ) => ProfileFact | null;
};

const tests: ItemTests = {
  stock: (asked, item) => stockFact(asked, item),
  suppliers: (asked, item) => supplierFact(asked, item),
  origin: (asked, item, home, licensed) => originFact(asked, item, home, licensed),
  makers: (_, { name: item, tiersMapped }) => (tiersMapped === 0 ? { fact: 'makers-unseen', item } : null),
  alternative: (asked, { name: item, alternative }) => {
    if (alternative === null) return null;
    const untested = alternative === 'known' || alternative === 'qualified';
    return (asked === 'untested' ? untested : alternative === asked)
      ? { fact: 'alternative', item, alternative }
      : null;
  },
  recovery: (_, { name: item, recoveryDays }) =>
    recoveryDays !== null && recoveryDays >= longRecovery ? { fact: 'recovery-long', item, recoveryDays } : null,
  family: (asked, { name: item, family }) =>
    family !== null && asked.includes(family) ? { fact: 'family', item, family } : null,
  essential: (_, item) => answerFact('essential', item),
  lead: (_, item) => answerFact('lead', item),
  leak: (_, item) => answerFact('leak', item),
  upheaval: (_, item) => answerFact('upheaval', item),
};

function stockFact(asked: Asked<'stock'>, { name: item, stockDays, recoveryDays }: ExposureItem): ProfileFact | null {
  if (stockDays === null) return null;
  if (recoveryDays === null)
    return asked === 'short' && stockDays <= bareDays ? { fact: 'stock-bare', item, stockDays } : null;
  if (asked === 'short')
    return stockDays < shortPart * recoveryDays ? { fact: 'stock-short', item, stockDays, recoveryDays } : null;
  return recoveryDays > 0 && stockDays >= recoveryDays ? { fact: 'stock-ample', item, stockDays, recoveryDays } : null;
}

function supplierFact(asked: Asked<'suppliers'>, item: ExposureItem): ProfileFact | null {
  const { name, suppliers, alternative } = item;
  if (suppliers === null) return null;
  if (asked === 'one') return suppliers === 1 && alternative !== 'tested' ? { fact: 'one-supplier', item: name } : null;
  const enough = asked === 'two' ? suppliers === 2 : suppliers >= 2;
  return enough ? { fact: 'suppliers', item: name, suppliers } : null;
}

function originFact(
  asked: Asked<'origin'>,
  { name: item, input, family, origin: country, share, alternative }: ExposureItem,
  home: readonly string[],
  licensed: LicensedGoods,
): ProfileFact | null {
  if (country === null || home.includes(country)) return null;
  if (asked === 'foreign') return { fact: 'foreign', item, country };
  if (asked === 'licence-country') {
    if (input !== null && licensed.has(`${country} ${input}`)) return { fact: 'licence-country', item, country };
    // Of goods that are only of the family it is told where they come from, and no more.
    return family !== null && licensed.has(`${country} ${family}`) ? { fact: 'foreign', item, country } : null;
  }
  return share !== null && share >= nearlyAll && alternative !== 'tested'
    ? { fact: 'one-country', item, country }
    : null;
}

function answerFact(question: 'essential' | 'lead' | 'leak' | 'upheaval', item: ExposureItem): ProfileFact | null {
  return item[question] === 'yes' ? { fact: question, item: item.name } : null;
}

/** All facts asked of one item, or null as soon as one does not hold. */
function itemFacts(
  condition: Condition,
  item: ExposureItem,
  home: readonly string[],
  licensed: LicensedGoods,
): ProfileFact[] | null {
  const facts: ProfileFact[] = [];
  for (const key of itemKeys) {
    const test = testOf(key, condition);
    if (!test) continue;
    const fact = test(item, home, licensed);
    if (!fact) return null;
    facts.push(fact);
  }
  return facts;
}

/** The test of one key with what the condition asks, or null where it asks nothing. */
function testOf<Key extends (typeof itemKeys)[number]>(key: Key, condition: Condition) {
  const asked: Condition[Key] = condition[key];
  if (asked === undefined) return null;
  const test: ItemTests[Key] = tests[key];
  return (item: ExposureItem, home: readonly string[], licensed: LicensedGoods) => test(asked, item, home, licensed);
}

function teamFacts(condition: Condition, exposure: TeamExposure): ProfileFact[] | null {
  const facts: (ProfileFact | null | undefined)[] = [
    condition.sites && siteFact(condition.sites, exposure),
    condition.routes && linkFact(condition.routes, exposure.routes, (route) => ({ fact: 'route', route })),
    condition.systems && linkFact(condition.systems, exposure.systems, (system) => ({ fact: 'system', system })),
    condition.sectors && sectorFact(condition.sectors, exposure.sector),
  ];
  if (facts.includes(null)) return null;
  return facts.filter((fact) => fact !== null && fact !== undefined);
}

function siteFact(asked: Asked<'sites'>, { sites }: TeamExposure): ProfileFact | null {
  const [first] = sites;
  if (asked === 'one') return first && sites.length === 1 ? { fact: 'one-site', site: first.name } : null;
  return sites.length > 1 ? { fact: 'sites', sites: sites.length } : null;
}

function linkFact(
  asked: Asked<'routes'>,
  own: readonly string[],
  factOf: (word: string) => ProfileFact,
): ProfileFact | null {
  const found = asked === 'any' ? own[0] : own.find((entry) => asked.includes(entry));
  return found === undefined ? null : factOf(found);
}

function sectorFact(asked: readonly string[], sector: string | null): ProfileFact | null {
  return sector !== null && asked.includes(sector) ? { fact: 'sector', sector } : null;
}
