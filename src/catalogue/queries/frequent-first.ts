import type { FacetValue } from './facets.ts';

/** So many values of a facet stand in sight. */
const inSight = 6;

/** A facet with a few more than that shows them all: a line that hides two is longer than they are. */
const atMostWhole = 9;

/** The values that most cases have, in the order in which the facet has them, and apart from them the rest. */
export function frequentFirst(values: readonly FacetValue[]): { shown: FacetValue[]; more: FacetValue[] } {
  if (values.length <= atMostWhole) return { shown: [...values], more: [] };
  const frequent = new Set(values.toSorted((one, other) => other.count - one.count).slice(0, inSight));
  return { shown: values.filter((value) => frequent.has(value)), more: values.filter((value) => !frequent.has(value)) };
}
