import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressesIn } from '#catalogue/addresses.ts';
import type { Catalogue, CatalogueCase, Library } from '#catalogue/catalogue.ts';
import { isOfHouse, slugOfPiece } from '#catalogue/house-id.ts';
import type { Typed } from '#catalogue/pieces/form.ts';
import type { Language } from '#i18n/languages.ts';
import { type HouseRanking, rankHouse } from '#search/house-ranking.ts';
import { type Measures, measuresSchema } from '#search/measures.ts';
import type { Db } from '#server/database/open-database.ts';
import { readPublished } from './piece-store.ts';

/** What the house published, and what ranks it beside the library. */
export type SearchableHouse = { ranking: HouseRanking; cases: CatalogueCase[] };

/** In one language; `null` where the house published nothing, or nothing was built to rank it beside. */
export type HouseSearch = (language: Language) => Promise<SearchableHouse | null>;

/** Ranks once what a catalogue holds: each publication makes another catalogue. `folder` holds the measures of the build. */
export function houseSearch(db: Db, library: Library, folder: string): HouseSearch {
  const known = new WeakMap<Catalogue, Promise<SearchableHouse | null>>();
  return (language) => {
    const catalogue = library[language];
    const found = known.get(catalogue) ?? rankPublished(db, catalogue, () => readMeasures(folder, language));
    known.set(catalogue, found);
    // What failed is tried again by whoever asks next.
    found.catch(() => known.delete(catalogue));
    return found;
  };
}

async function rankPublished(db: Db, catalogue: Catalogue, measures: () => Measures): Promise<SearchableHouse | null> {
  const cases = catalogue.cases.filter(({ id }) => isOfHouse(id));
  const modules = catalogue.modules.filter(({ id }) => isOfHouse(id));
  if (cases.length + modules.length === 0) return null;
  const typed = new Map((await readPublished(db)).map((piece) => [piece.id, piece.typed]));
  const to = addressesIn(catalogue.language);
  const pieces = {
    catalogue,
    cases: cases.map((entry) => ({ entry, story: storyIn(typed.get(slugOfPiece(entry.id)) ?? {}) })),
    modules: modules.map((module) => ({ ...module, path: to.module(module.id) })),
  };
  return { ranking: rankHouse(pieces, measures()), cases };
}

const storyFields = ['happened', 'same', 'unseen', 'did', 'forgotten'] as const;

/** The paragraphs of a story without what it cites. */
function storyIn(typed: Typed): string[] {
  return storyFields.map((name) => (typed[name] ?? '').replaceAll(/\[[a-z0-9 ,;-]+\]/g, ' '));
}

function readMeasures(folder: string, language: Language): Measures {
  return measuresSchema.parse(JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')));
}
