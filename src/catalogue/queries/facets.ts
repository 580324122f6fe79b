import { policyColourIds } from '#core/exposure/policy-colours.ts';
import { wordsIn } from '#i18n/words.ts';
import type { Catalogue, CatalogueCase } from '../catalogue.ts';

/** What the library can be narrowed by, in the order it is offered. */
export const facetNames = ['hazard', 'sector', 'input', 'country', 'route', 'colour', 'role', 'year'] as const;

export type FacetName = (typeof facetNames)[number];
export type FacetValues = Record<FacetName, string[]>;
export type FacetValue = { id: string; label: string; count: number };
export type FacetGroup = { name: FacetName; values: FacetValue[] };

export function facetValuesOf(entry: CatalogueCase): FacetValues {
  return {
    hazard: entry.hazards,
    sector: entry.sectors,
    input: entry.inputs,
    country: entry.countries,
    route: entry.routes,
    colour: entry.colours,
    role: entry.roles,
    year: [entry.event.start.slice(0, 4)],
  };
}

/** How a value is called. An id that is in no list is shown as it is. */
export function facetLabel(catalogue: Catalogue, facet: FacetName, id: string): string {
  const { hazards, sectors, inputs, routes, roles } = catalogue.vocabulary;
  const terms = { hazard: hazards, sector: sectors, input: inputs, route: routes, role: roles };
  if (facet === 'year') return id;
  if (facet === 'country') return new Intl.DisplayNames(catalogue.language, { type: 'region' }).of(id) ?? id;
  if (facet === 'colour') {
    const colour = policyColourIds.find((known) => known === id);
    return colour ? wordsIn(catalogue.language).colours[colour].label : id;
  }
  return terms[facet].find((term) => term.id === id)?.label ?? id;
}

/** Every facet with the values that some case has, and how many cases have each. Years run backwards, the rest by label; a facet of no case is left out. */
export function facetGroups(catalogue: Catalogue): FacetGroup[] {
  const groups = facetNames.map((name) => {
    const counts = new Map<string, number>();
    for (const id of catalogue.cases.flatMap((entry) => [...new Set(facetValuesOf(entry)[name])])) {
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    const values = [...counts].map(([id, count]) => ({ id, count, label: facetLabel(catalogue, name, id) }));
    const order = name === 'year' ? -1 : 1;
    return { name, values: values.sort((a, b) => order * a.label.localeCompare(b.label, catalogue.language)) };
  });
  return groups.filter(({ values }) => values.length > 0);
}
