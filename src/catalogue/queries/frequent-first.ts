import type { FacetValue } from './facets.ts';

/** So many values of a facet stand in sight. */
const inSight = 6;

/** A facet that can be looked over is shown whole: hazards and sectors, of which the vocabulary has a dozen. */
const atMostWhole = 14;

/** The values that most cases have, in the order in which the facet has them, and apart from them the rest. */
export function frequentFirst(values: readonly FacetValue[]): { shown: FacetValue[]; more: FacetValue[] } {
  if (values.length <= atMostWhole) return { shown: [...values], more: [] };
  const frequent = new Set(values.toSorted((one, other) => other.count - one.count).slice(0, inSight));
  return { shown: values.filter((value) => frequent.has(value)), more: values.filter((value) => !frequent.has(value)) };
}
