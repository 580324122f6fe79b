import { typeset } from '#i18n/typography.ts';
import type { Library } from './catalogue.ts';

/** Authors type straight quotation marks; readers see curled ones, on pages, in mail and on the desk. Ids and addresses hold neither. */
export function typesetLibrary(library: Library): Library {
  return JSON.parse(JSON.stringify(library), (key, value) =>
    typeof value === 'string' && key !== 'url' ? typeset(value) : value,
  );
}
