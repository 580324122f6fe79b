import { type OtherLanguage, otherLanguages } from '#i18n/languages.ts';
import { assembleCatalogue, type CaseFolder, type ContentParts } from '../assemble.ts';
import type { Catalogue, Library } from '../catalogue.ts';
import { checkChoices } from '../check/check-choices.ts';
import { checkQuizzes } from '../check/check-quizzes.ts';
import { checkLessons, checkReferences, checkRoughCase } from '../check/check-references.ts';
import { checkTranslations } from '../check/check-translations.ts';
import { ContentError, type ContentFault } from '../check/content-fault.ts';
import { caseFaultsInForce, faultsInForce } from '../check/library-rules.ts';
import { absentBy, type Content, type Quarantined, quarantine } from '../quarantine.ts';
import type { Translations } from '../schema/translation.ts';
import { translateCatalogue } from '../translate.ts';
import { unitOf } from '../unit.ts';
import { ContentReader, textsIn } from './content-reader.ts';

export type { Library };

/** Reads and checks every file below `folder` (the repository's `content/`). @throws ContentError naming every fault. */
export function readLibrary(folder: string): Library {
  const { parts, translations, faults, rough } = readFiles(folder);
  const all = [
    ...faults,
    ...(faults.some(({ file }) => !unitOf(file)) ? [] : faultsBetween(parts, rough, faults)),
    ...otherLanguages.flatMap((language) => checkTranslations(parts, language, translations[language])),
  ];
  if (all.length > 0) throw new ContentError(all);
  return libraryOf({ parts, translations });
}

/**
 * What shows only between files, besides what is wrong with each by itself: an author mends all of it in one go. Whatever names something that cannot be
 * read may be right; and nothing is judged over the whole library while a part of it is missing.
 */
function faultsBetween(
  parts: ContentParts,
  rough: readonly CaseFolder[],
  faults: readonly ContentFault[],
): ContentFault[] {
  const absent = absentBy(faults);
  const isWhole = absent.cases.length + absent.lessons.length === 0;
  return [
    ...checkReferences(parts, absent),
    ...rough.flatMap((folder) => [...checkRoughCase(folder, parts, absent), ...caseFaultsInForce(folder)]),
    ...checkChoices(parts.cases),
    ...faultsInForce(parts, isWhole),
    ...(isWhole ? [...checkLessons(parts), ...checkQuizzes(parts.cases)] : []),
  ];
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
export function readFiles(folder: string): Content & Pick<ContentReader, 'faults' | 'rough'> {
  const reader = new ContentReader(folder, textsIn(folder));
  const parts = reader.readParts();
  const translations: Record<OtherLanguage, Translations> = { ja: reader.readTranslations('ja') };
  return { parts, translations, faults: reader.faults, rough: reader.rough };
}

function libraryOf({ parts, translations }: Content): Library {
  const original = assembleCatalogue(parts);
  return { en: original, ja: translateCatalogue(original, 'ja', translations.ja) };
}
