import { type OtherLanguage, otherLanguages } from '#i18n/languages.ts';
import { assembleCatalogue } from '../assemble.ts';
import type { Catalogue, Library } from '../catalogue.ts';
import { checkChoices } from '../check/check-choices.ts';
import { checkQuizzes } from '../check/check-quizzes.ts';
import { checkLessons, checkReferences, nothingAbsent } from '../check/check-references.ts';
import { checkTranslations } from '../check/check-translations.ts';
import { ContentError } from '../check/content-fault.ts';
import { faultsInForce } from '../check/library-rules.ts';
import { type Content, type Quarantined, quarantine } from '../quarantine.ts';
import type { Translations } from '../schema/translation.ts';
import { translateCatalogue } from '../translate.ts';
import { unitOf } from '../unit.ts';
import { ContentReader, textsIn } from './content-reader.ts';

export type { Library };

/** Reads and checks every file below `folder` (the repository's `content/`). @throws ContentError naming every fault. */
export function readLibrary(folder: string): Library {
  const { parts, translations, faults } = readFiles(folder);
  const all = [
    ...faults,
    ...(faults.length === 0
      ? [
          ...checkReferences(parts, nothingAbsent),
          ...checkLessons(parts),
          ...checkQuizzes(parts.cases),
          ...checkChoices(parts.cases),
          ...faultsInForce(parts),
        ]
      : []),
    ...otherLanguages.flatMap((language) => checkTranslations(parts, language, translations[language])),
  ];
  if (all.length > 0) throw new ContentError(all);
  return libraryOf({ parts, translations });
}

/** The catalogue in its first language. */
export function readContent(folder: string): Catalogue {
  return readLibrary(folder).en;
}

/** What an author sees while writing: the library without what is broken, and what that is. */
export type OpenLibrary = { library: Library } & Pick<Quarantined, 'leftOut' | 'others'>;

/** The same without what is broken. @throws ContentError when a file that everything else stands on cannot be read. */
export function readOpenLibrary(folder: string): OpenLibrary {
  const { parts, translations, faults } = readFiles(folder);
  const shared = faults.filter(({ file }) => !unitOf(file));
  if (shared.length > 0) throw new ContentError(shared);
  const { content, leftOut, others } = quarantine({ parts, translations }, faults);
  return { library: libraryOf(content), leftOut, others };
}

/** What the files below `folder` hold, as far as they can be read, and what is wrong with each by itself. */
export function readFiles(folder: string): Content & Pick<ContentReader, 'faults'> {
  const reader = new ContentReader(folder, textsIn(folder));
  const parts = reader.readParts();
  const translations: Record<OtherLanguage, Translations> = { ja: reader.readTranslations('ja') };
  return { parts, translations, faults: reader.faults };
}

function libraryOf({ parts, translations }: Content): Library {
  const original = assembleCatalogue(parts);
  return { en: original, ja: translateCatalogue(original, 'ja', translations.ja) };
}
