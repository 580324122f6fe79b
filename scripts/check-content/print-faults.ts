import type { CatalogueCase, Lesson, Library } from '#catalogue/catalogue.ts';
import { checkDatedAhead } from '#catalogue/check/check-dates.ts';
import { checkOrganisations } from '#catalogue/check/check-organisations.ts';
import { ContentError, type ContentFault, faultLine } from '#catalogue/check/content-fault.ts';
import { missedRules } from '#catalogue/check/library-rules.ts';
import { caseFingerprint } from '#catalogue/read/case-fingerprint.ts';
import { readFiles, readLibrary } from '#catalogue/read/read-content.ts';
import { bodiesIn, readOrganisations } from '#catalogue/read/read-organisations.ts';
import { otherLanguages } from '#i18n/languages.ts';

/**
 * Every fault below `folder` on a day, `2026-11-30`, or those in files whose path holds `word`; then what misses a rule that is not in force yet,
 * and what is behind.
 */
export function printFaults(folder: string, word: string, today: string): void {
  const library = libraryOrFaults(folder, word, today);
  printMissed(folder, word);
  if (library) printBehind(folder, library);
}

function libraryOrFaults(folder: string, word: string, today: string): Library | null {
  try {
    const library = readLibrary(folder);
    const ahead = readFiles(folder).parts.cases.flatMap((entry) => checkDatedAhead(entry, today));
    const misnamed = checkOrganisations(library.en, readOrganisations(folder), bodiesIn(folder, library.en));
    if (ahead.length + misnamed.length > 0) throw new ContentError([...ahead, ...misnamed]);
    const { cases, lessons, modules } = library.en;
    console.log(`${cases.length} cases, ${lessons.length} lessons, ${modules.length} modules: nothing to mend.`);
    return library;
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    const faults = error.faults.filter(isIn(word));
    for (const fault of faults) console.error(faultLine(fault));
    console.error(`${faults.length} to mend${ofWord(word)}, ${error.faults.length} in all.`);
    process.exitCode = 1;
    return null;
  }
}

const isIn = (word: string) => (fault: ContentFault) => fault.file.includes(word);
const ofWord = (word: string) => (word ? ` in files with "${word}"` : '');

/** Rules that are not in force are counted over the library, and told one by one for the files that somebody asks about. */
function printMissed(folder: string, word: string): void {
  for (const { rule, faults } of missedRules(readFiles(folder).parts)) {
    const own = faults.filter(isIn(word));
    if (word && own.length === 0) continue;
    const free = faults.length === 0 ? ' Nothing misses it: put it in force in library-rules.ts.' : '';
    console.log(`Not in force yet, ${rule.asks}: ${own.length} to mend${ofWord(word)}.${free}`);
    if (word || own.length === 1) for (const fault of own) console.log(`  ${faultLine(fault)}`);
  }
}

function printBehind(folder: string, library: Library): void {
  for (const language of otherLanguages) {
    for (const { id } of library[language].lessons.filter(waitsForComparisons)) {
      console.log(`lessons/${id}.${language}.yaml: its comparisons are not translated yet, and are shown in English.`);
    }
    for (const { id } of library[language].cases.filter(waitsForClaims)) {
      console.log(
        `cases/${id}/index.${language}.mdx: what is contested is not translated yet, and is shown in English.`,
      );
    }
    for (const { id } of library[language].cases.filter((entry) => entry.behind)) {
      console.log(
        `cases/${id}/index.${language}.mdx: the original has changed since. When this says what it says, write of: "${caseFingerprint(folder, id)}".`,
      );
    }
  }
}

function waitsForClaims({ toldIn, contestedToldIn }: CatalogueCase): boolean {
  return contestedToldIn !== toldIn;
}

function waitsForComparisons({ toldIn, comparisons, comparisonsToldIn }: Lesson): boolean {
  return comparisons.length > 0 && comparisonsToldIn !== toldIn;
}
