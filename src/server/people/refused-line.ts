import { readingSentence } from '#core/tables/reading-fault.ts';
import { firstLanguage } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import type { FileFault } from './files/staff-file.ts';

/** What is wrong with one line of a file, as the command line says it. `field` is our column, or '' where it is the whole line. */
export type RefusedLine = { line: number; field: string; wrong: string };

/** What the reader of the file found wrong, in a sentence. */
export function refusedLine({ line, field, wrong }: FileFault): RefusedLine {
  return { line, field, wrong: readingSentence(wordsIn(firstLanguage).readingFaults, wrong) };
}

/** As it stands in a message of the command line. */
export function refusedText({ line, field, wrong }: RefusedLine): string {
  return `line ${line}${field ? `, ${field}` : ''}: ${wrong}`;
}
