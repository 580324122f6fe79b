import type { Catalogue } from './catalogue.ts';
import { readContent } from './read-content.ts';

let kept: Catalogue | undefined;

/** The catalogue for pages. Read once in a build; read anew for each page in development, where authors are writing. */
export function publishedCatalogue(): Catalogue {
  if (import.meta.env.DEV) return readContent('content');
  kept ??= readContent('content');
  return kept;
}
