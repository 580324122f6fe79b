import type { Catalogue, CatalogueCase } from '#catalogue/catalogue.ts';
import { facetLabel, facetNames, facetValuesOf } from '#catalogue/facets.ts';
import type { Term, VocabularyName } from '#catalogue/vocabulary.ts';

function termsOf(catalogue: Catalogue, entry: CatalogueCase): Term[] {
  const uses: [VocabularyName, readonly string[]][] = [
    ['hazards', entry.hazards],
    ['sectors', entry.sectors],
    ['inputs', entry.inputs],
    ['dependencies', entry.dependencies],
  ];
  return uses.flatMap(([name, ids]) => catalogue.vocabulary[name].filter((term) => ids.includes(term.id)));
}

/** Words people type for this case that its prose may not hold: labels and synonyms, countries, kind. */
export function wordsFor(catalogue: Catalogue, entry: CatalogueCase): string[] {
  const terms = termsOf(catalogue, entry).flatMap((term) => [term.label, ...term.synonyms]);
  const values = facetValuesOf(entry);
  const labels = facetNames.flatMap((name) => values[name].map((id) => facetLabel(catalogue, name, id)));
  return [...new Set([...terms, ...labels])];
}

/** Each typed word beside the label it stands for, so that a result can say why it was found. */
export function reasonsFor(catalogue: Catalogue, entry: CatalogueCase): [word: string, label: string][] {
  return termsOf(catalogue, entry).flatMap((term) =>
    [term.label, ...term.synonyms].map((word): [string, string] => [word.toLowerCase(), term.label]),
  );
}
