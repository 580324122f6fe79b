import type { FacetName, FacetValues } from '#catalogue/queries/facets.ts';
import { likeness } from '#core/text/did-you-mean.ts';

/** What the library knows of each case on the page, besides its entry in the list. */
export type LibraryCase = { id: string; facets: FacetValues; words: [word: string, label: string][] };
export type Selection = Record<FacetName, string[]>;
export type LibraryState = { query: string; selection: Selection };
export type FacetCounts = Record<FacetName, Record<string, number>>;

const names: readonly FacetName[] = ['hazard', 'sector', 'input', 'country', 'route', 'colour', 'role', 'year'];

function eachFacet<T>(make: (name: FacetName) => T): Record<FacetName, T> {
  return {
    hazard: make('hazard'),
    sector: make('sector'),
    input: make('input'),
    country: make('country'),
    route: make('route'),
    colour: make('colour'),
    role: make('role'),
    year: make('year'),
  };
}

/** The state an address asks for: `q`, and every value of each facet. Whatever else the address holds is ignored. */
export function readState(params: URLSearchParams): LibraryState {
  return { query: params.get('q')?.trim() ?? '', selection: eachFacet((name) => params.getAll(name)) };
}

/** The state as the query of an address; empty when nothing is chosen, so that the plain page keeps its plain address. */
export function writeState({ query, selection }: LibraryState): string {
  const params = new URLSearchParams();
  if (query) params.set('q', query);
  for (const name of names) for (const value of selection[name]) params.append(name, value);
  const text = params.toString();
  return text ? `?${text}` : '';
}

/** How many values are chosen over all facets, so that the page knows whether there is anything to clear. */
export function chosenCount(selection: Selection): number {
  return names.reduce((sum, name) => sum + selection[name].length, 0);
}

/** Any value within a facet, every facet together. `except` is left out of account. */
export function fits(entry: LibraryCase, selection: Selection, except?: FacetName): boolean {
  return names.every((name) => {
    const wanted = selection[name];
    return name === except || wanted.length === 0 || wanted.some((value) => entry.facets[name].includes(value));
  });
}

/**
 * How many cases each value would show. A facet is counted without its own choices, so that a second value
 * of the same facet can be seen to add cases.
 */
export function countFacets(found: readonly LibraryCase[], selection: Selection): FacetCounts {
  return eachFacet((name) => {
    const counts: Record<string, number> = {};
    for (const entry of found) {
      if (!fits(entry, selection, name)) continue;
      for (const value of new Set(entry.facets[name])) counts[value] = (counts[value] ?? 0) + 1;
    }
    return counts;
  });
}

/** Whether what was typed is, letter for letter, one of the words a case goes by. */
export function isNamed(entry: LibraryCase | undefined, query: string): boolean {
  return (entry?.words ?? []).some(([word]) => word === query.toLowerCase());
}

/** The label a typed word stands for in a case, when it is not the label itself. */
export function reasonFor(entry: LibraryCase | undefined, query: string): string | undefined {
  const typed = query.toLowerCase();
  const hit = entry?.words.find(
    ([word, label]) =>
      label.toLowerCase() !== typed && (word === typed || (typed.length > 2 && word.startsWith(typed))),
  );
  return hit?.[1];
}

/** Some words of the library, one from each case, for a reader whose own word led nowhere. */
export function sampleWords(cases: readonly LibraryCase[], most = 5): string[] {
  const words = cases.flatMap((entry) => entry.words.slice(-1).map(([word]) => word));
  return [...new Set(words)].slice(0, most);
}

/** Words of the library that look like what was typed, nearest first. */
export function nearWords(query: string, cases: readonly LibraryCase[], most = 4): string[] {
  const typed = query.toLowerCase();
  const words = [...new Set(cases.flatMap((entry) => entry.words.map(([word]) => word)))];
  return words
    .map((word) => ({ word, score: likeness(typed, word) }))
    .filter(({ score }) => score > 0.3)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ word }) => word);
}
