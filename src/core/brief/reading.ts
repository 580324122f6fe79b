/** What a line of inputs is about: its words come from there. */
export const inputKinds = ['item', 'case', 'lesson', 'scenario', 'safeguard', 'programme', 'count'] as const;

export type InputKind = (typeof inputKinds)[number];

/**
 * One thing that a figure was counted from. `name`: that of an item, scenario or safeguard, or the id of a case, lesson or programme. `ref`: a
 * country, a team or a word that goes with it. `holds`: whether it counts towards the figure, where that is yes or no.
 */
export type Input = {
  kind: InputKind;
  name: string;
  ref: string | null;
  value: number | null;
  of: number | null;
  holds: boolean | null;
};

/** What nobody has said yet; each has its word with who could supply it. */
export const lacks = [
  'items',
  'essential',
  'no-critical',
  'suppliers',
  'share',
  'revenue',
  'cover',
  'tiers',
  'alternative',
  'tested-on',
  'stress-test',
  'scenarios',
  'lead',
  'no-lead',
  'leak-controls',
  'support',
  'joined',
  'nearest',
  'rehearsals',
  'recall',
  'safeguards',
] as const;

export type LackId = (typeof lacks)[number];

/** `names`: of the items of which it is not known; empty where it is one thing for all. */
export type Lack = { what: LackId; names: readonly string[] };

/** An indicator as it was counted. `beside` is a second figure that goes with it. A value of null is missing, and `lacking` says what would make one. */
export type Reading = {
  value: number | null;
  beside: number | null;
  inputs: readonly Input[];
  lacking: readonly Lack[];
};

export function anInput(kind: InputKind, name: string, more: Partial<Omit<Input, 'kind' | 'name'>>): Input {
  return { kind, name, ref: null, value: null, of: null, holds: null, ...more };
}

/** What is not known of some items, or nothing where all is known. */
export function lackOf(what: LackId, items: readonly { name: string }[]): Lack[] {
  return items.length === 0 ? [] : [{ what, names: items.map(({ name }) => name) }];
}

/** A reading of nothing: all there is to say is what is lacking. */
export function missing(...lacking: readonly Lack[]): Reading {
  return { value: null, beside: null, inputs: [], lacking };
}

export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
