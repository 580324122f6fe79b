import { typeset } from '#i18n/typography.ts';
import type { Catalogue } from './catalogue.ts';
import { readContent } from './read-content.ts';

let kept: Catalogue | undefined;

/** The catalogue for pages. Read once in a build; read anew for each page in development, where authors are writing. */
export function publishedCatalogue(): Catalogue {
  if (import.meta.env.DEV) return forPages();
  kept ??= forPages();
  return kept;
}

/** Authors type straight quotation marks; pages set curled ones. Ids and addresses hold neither. */
function forPages(): Catalogue {
  const text = JSON.stringify(readContent('content'));
  return JSON.parse(text, (key, value) => (typeof value === 'string' && key !== 'url' ? typeset(value) : value));
}
