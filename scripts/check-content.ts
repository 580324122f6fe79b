import { parseArgs } from 'node:util';
import type { Lesson } from '#catalogue/catalogue.ts';
import { ContentError, faultLine } from '#catalogue/check/content-fault.ts';
import { caseFingerprint } from '#catalogue/read/case-fingerprint.ts';
import { contentFolder } from '#catalogue/read/content-folder.ts';
import { readLibrary } from '#catalogue/read/read-content.ts';
import { otherLanguages } from '#i18n/languages.ts';

/** `node scripts/check-content.ts [WORD]`: every fault in content/, or those in files whose path holds WORD; then the translations that are behind. */
const { positionals } = parseArgs({ allowPositionals: true });
const word = positionals[0] ?? '';

function waitsForComparisons({ toldIn, comparisons, comparisonsToldIn }: Lesson): boolean {
  return comparisons.length > 0 && comparisonsToldIn !== toldIn;
}

try {
  const library = readLibrary(contentFolder);
  const { cases, lessons, modules } = library.en;
  console.log(`${cases.length} cases, ${lessons.length} lessons, ${modules.length} modules: nothing to mend.`);
  for (const language of otherLanguages) {
    for (const { id } of library[language].lessons.filter(waitsForComparisons)) {
      console.log(`lessons/${id}.${language}.yaml: its comparisons are not translated yet, and are shown in English.`);
    }
    for (const { id } of library[language].cases.filter((entry) => entry.behind)) {
      console.log(
        `cases/${id}/index.${language}.mdx: the original has changed since. When this says what it says, write of: "${caseFingerprint(contentFolder, id)}".`,
      );
    }
  }
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  const faults = error.faults.filter((fault) => fault.file.includes(word));
  for (const fault of faults) console.error(faultLine(fault));
  console.error(`${faults.length} to mend${word ? ` in files with "${word}"` : ''}, ${error.faults.length} in all.`);
  process.exitCode = error.faults.length > 0 ? 1 : 0;
}
