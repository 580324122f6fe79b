import type { Catalogue, CatalogueCase } from '#catalogue/catalogue.ts';
import type { Term, VocabularyName } from '#catalogue/schema/vocabulary.ts';

function termsOf(catalogue: Catalogue, entry: CatalogueCase): Term[] {
  const uses: [VocabularyName, readonly string[]][] = [
    ['hazards', entry.hazards],
    ['sectors', entry.sectors],
    ['inputs', entry.inputs],
    ['dependencies', entry.dependencies],
  ];
  return uses.flatMap(([name, ids]) => catalogue.vocabulary[name].filter((term) => ids.includes(term.id)));
}

/** Each typed word beside the label it stands for, so that a result can say why it was found. */
export function reasonsFor(catalogue: Catalogue, entry: CatalogueCase): [word: string, label: string][] {
  return termsOf(catalogue, entry).flatMap((term) =>
    [term.label, ...term.synonyms].map((word): [string, string] => [word.toLowerCase(), term.label]),
  );
}
