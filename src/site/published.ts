import type { Catalogue, Library, Told } from '#catalogue/catalogue.ts';
import { readLibrary } from '#catalogue/read/read-content.ts';
import { typesetLibrary } from '#catalogue/typeset-library.ts';
import { firstLanguage, type Language, languages } from '#i18n/languages.ts';

let kept: Library | undefined;

/** The catalogue for pages. Read once in a build; read anew for each page in development, where authors are writing. */
export function publishedCatalogue(language: Language = firstLanguage): Catalogue {
  if (import.meta.env.DEV) return forPages()[language];
  kept ??= forPages();
  return kept[language];
}

/** The languages in which everything that a page tells is told; in the others it stands untranslated. */
export function languagesTelling(parts: (catalogue: Catalogue) => readonly Told[]): Language[] {
  return languages.filter((language) => parts(publishedCatalogue(language)).every(({ toldIn }) => toldIn === language));
}

function forPages(): Library {
  return typesetLibrary(readLibrary('content'));
}
