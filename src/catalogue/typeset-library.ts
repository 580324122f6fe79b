import { typeset } from '#i18n/typography.ts';
import type { Library } from './catalogue.ts';

/** Authors type straight quotation marks; readers see curled ones, on pages, in mail and on the desk. Ids and addresses hold neither. */
export function typesetLibrary(library: Library): Library {
  return typesetAll(library);
}

/** The same of any part of it. */
export function typesetAll<Part>(part: Part): Part {
  return JSON.parse(JSON.stringify(part), (key, value) =>
    typeof value === 'string' && key !== 'url' ? typeset(value) : value,
  );
}
