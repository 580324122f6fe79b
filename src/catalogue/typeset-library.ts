import { typeset } from '#i18n/typography.ts';
import type { Catalogue, Library } from './catalogue.ts';

/** Authors type straight quotation marks; readers see curled ones, on pages, in mail and on the desk. Ids and addresses hold neither. */
export function typesetLibrary({ en, ja }: Library): Library {
  return { en: typesetCatalogue(en), ja: typesetCatalogue(ja) };
}

/** Entry by entry: a copy of a thousand cases at once takes several times the memory of the copy that is kept. */
export function typesetCatalogue(catalogue: Catalogue): Catalogue {
  const { cases, lessons, ...rest } = catalogue;
  return { ...typesetAll(rest), cases: cases.map(typesetAll), lessons: lessons.map(typesetAll) };
}

/** The same of any part of it. */
export function typesetAll<Part>(part: Part): Part {
  return JSON.parse(JSON.stringify(part), (key, value) =>
    typeof value === 'string' && key !== 'url' ? typeset(value) : value,
  );
}
