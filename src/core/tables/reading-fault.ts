/** What a spreadsheet may have made of something else. */
export type MadeOf = 'number' | 'date' | 'time' | 'boolean';

/**
 * Why a file, one of its lines or one of its cells cannot be read, and what a sentence about it has to name. `said` is what stands in the cell.
 * The sentences are with the words of the interface, one in each language.
 */
export type ReadingFacts = {
  'empty-file': null;
  'too-large': { megabytes: number };
  'old-workbook': null;
  pdf: null;
  'web-page': { file: string };
  'no-text': null;
  'unknown-encoding': null;
  'other-encoding': { encoding: string };
  'line-too-long': null;
  'open-quote': null;
  'no-cells': null;
  'too-many-lines': { lines: number };
  'too-many-cells': { columns: number; cells: number };
  'damaged-workbook': null;
  'unpacks-too-large': null;
  'no-workbook': null;
  'sheet-too-large': { rows: number; columns: number };
  'empty-workbook': null;
  'cells-moved': { cells: number; headings: number };
  'cell-too-long': { characters: number };
  'no-result': null;
  'shown-error': { said: string };
  'lost-letters': { said: string };
  'control-characters': null;
  retyped: { made: MadeOf; said: string };
  'no-time': { said: string };
  'no-year': { said: string };
  'no-date': { said: string };
  'other-order': { said: string; order: 'dmy' | 'mdy' | 'ymd' };
  'no-number': { said: string; sign: 'point' | 'comma' | null };
};

export type ReadingFaultCode = keyof ReadingFacts;

export type ReadingFault<Code extends ReadingFaultCode = ReadingFaultCode> = {
  [Each in Code]: { code: Each; facts: ReadingFacts[Each] };
}[Code];

export type ReadingSentences = { readonly [Code in ReadingFaultCode]: (facts: ReadingFacts[Code]) => string };

/** A fault as a sentence of one language, without a full stop at its end. */
export function readingSentence<Code extends ReadingFaultCode>(
  sentences: ReadingSentences,
  { code, facts }: ReadingFault<Code>,
): string {
  return sentences[code](facts);
}
