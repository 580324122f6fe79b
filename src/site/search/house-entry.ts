import type { Catalogue, CatalogueCase } from '#catalogue/catalogue.ts';
import { facetLabel, facetValuesOf } from '#catalogue/queries/facets.ts';
import type { formatsIn } from '#i18n/format.ts';
import type { LibraryCase } from './narrow.ts';
import { reasonsFor } from './search-words.ts';

/** A case of the house as the list of the library shows it (CaseEntry.astro), which was built without it. */
export type HouseEntry = {
  facts: LibraryCase;
  path: string;
  lang: string;
  title: string;
  dek: string;
  when: string;
  /** Where it stands among the others, the newest first. */
  year: string;
  kicker: string[];
  figure: { figure: string; unit: string } | null;
};

export function houseEntry(
  catalogue: Catalogue,
  entry: CatalogueCase,
  path: string,
  format: Pick<ReturnType<typeof formatsIn>, 'years' | 'comma'>,
): HouseEntry {
  const [figure] = entry.impact;
  const labels = (facet: 'hazard' | 'sector', ids: readonly string[]) =>
    ids.map((id) => facetLabel(catalogue, facet, id)).join(format.comma);
  return {
    facts: { id: entry.id, facets: facetValuesOf(entry), words: reasonsFor(catalogue, entry) },
    path,
    lang: entry.toldIn,
    title: entry.title,
    dek: entry.dek,
    when: format.years(entry.event.start),
    year: entry.event.start.slice(0, 4),
    kicker: [entry.place, labels('hazard', entry.hazards), labels('sector', entry.sectors)],
    figure: figure ? { figure: figure.figure, unit: figure.unit } : null,
  };
}
