import { firstLanguage, type Language } from '#i18n/languages.ts';
import { typeset } from '#i18n/typography.ts';
import type { Catalogue } from './catalogue.ts';
import { type Library, readLibrary } from './read-content.ts';

let kept: Library | undefined;

/** The catalogue for pages. Read once in a build; read anew for each page in development, where authors are writing. */
export function publishedCatalogue(language: Language = firstLanguage): Catalogue {
  if (import.meta.env.DEV) return forPages()[language];
  kept ??= forPages();
  return kept[language];
}

/** Authors type straight quotation marks; pages set curled ones. Ids and addresses hold neither. */
function forPages(): Library {
  const text = JSON.stringify(readLibrary('content'));
  return JSON.parse(text, (key, value) => (typeof value === 'string' && key !== 'url' ? typeset(value) : value));
}
