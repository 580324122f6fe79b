import type { Catalogue, Library, Told } from '#catalogue/catalogue.ts';
import { contentFolder } from '#catalogue/read/content-folder.ts';
import { type OpenLibrary, readLibrary, readOpenLibrary } from '#catalogue/read/read-content.ts';
import { stampOfFolder } from '#catalogue/read/stamp-of-folder.ts';
import { typesetLibrary } from '#catalogue/typeset-library.ts';
import { firstLanguage, type Language, languages } from '#i18n/languages.ts';

type Published = OpenLibrary & { forPages: Library; stamp: string };

let kept: Published | undefined;

/** Read once in a build, where any fault ends it; in development again after each change, and without what is broken. */
export function published(): Published {
  const stamp = import.meta.env.DEV ? stampOfFolder(contentFolder) : '';
  if (kept?.stamp !== stamp) kept = read(stamp);
  return kept;
}

/** The catalogue for pages. */
export function publishedCatalogue(language: Language = firstLanguage): Catalogue {
  return published().forPages[language];
}

/** The languages in which everything that a page tells is told; in the others it stands untranslated. */
export function languagesTelling(parts: (catalogue: Catalogue) => readonly Told[]): Language[] {
  return languages.filter((language) => parts(publishedCatalogue(language)).every(({ toldIn }) => toldIn === language));
}

function read(stamp: string): Published {
  const open = import.meta.env.DEV
    ? readOpenLibrary(contentFolder)
    : { library: readLibrary(contentFolder), leftOut: [], others: [] };
  return { ...open, forPages: typesetLibrary(open.library), stamp };
}
