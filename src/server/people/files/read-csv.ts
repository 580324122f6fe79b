import { CsvError, parse } from 'csv-parse/sync';
import type { ReadingFault } from '#core/tables/reading-fault.ts';
import { withoutTextMark } from '#core/tables/text-mark.ts';
import { decodeText } from './decode-text.ts';
import { longestRow, mostCells, mostColumns, mostRows } from './file-limits.ts';
import { columnsNamed, rowsLookedThrough } from './find-headings.ts';
import { type Cell, type FileAnswers, type RawRead, refused, type StaffRow } from './staff-file.ts';

const delimiters = [',', ';', '\t', '|'] as const;

/** Excel's own first line, which tells the delimiter and is shown to nobody. */
const separatorLine = /^\uFEFF?"?sep=([,;\t|])"?\r?\n/i;

/** Reads a text file of cells with commas, semicolons, tabs or bars between them. */
export function readCsv(bytes: Uint8Array, answers: FileAnswers): RawRead {
  const decoded = decodeText(bytes, answers.encoding);
  if (decoded.kind === 'unreadable') return refused(decoded.wrong);
  if (decoded.kind === 'asked')
    return {
      ok: 'asked',
      kind: 'csv',
      question: { about: 'encoding', heading: null, choices: decoded.choices },
    };
  const { encoding, text } = decoded;
  if (!anything.test(text)) return refused({ code: 'empty-file', facts: null });
  const tooLong = longLine(text);
  if (tooLong !== null) return refused(lineTooLong, tooLong);
  const [line = '', told] = separatorLine.exec(text) ?? [];
  const body = text.slice(line.length);
  const delimiter = told ?? delimiterOf(body, answers);
  const { rows, misread } = readRows(body, delimiter, line === '' ? 0 : 1, mostRows + 1);
  if (misread) return refused(misread.wrong, misread.line);
  if (rows.length > mostRows) return refused({ code: 'too-many-lines', facts: { lines: mostRows } }, mostRows);
  return { ok: true, table: { found: { kind: 'csv', encoding, delimiter, sheet: null }, rows } };
}

/** More than spaces, delimiters and quotation marks. */
const anything = /[^\s,;|"]/;

const lineTooLong: ReadingFault = { code: 'line-too-long', facts: null };

/** The first line that is longer than any list has, counted from 1. */
function longLine(text: string): number | null {
  let from = 0;
  for (let line = 1; from < text.length; line += 1) {
    const end = text.indexOf('\n', from);
    if ((end < 0 ? text.length : end) - from > longestRow) return line;
    if (end < 0) return null;
    from = end + 1;
  }
  return null;
}

/** What is looked at to tell the delimiter, in characters. */
const lookedAt = 256 * 1024;

/** The delimiter by which a row holds most names of columns; that row need not be the first. Where none does, the one that makes most cells. */
function delimiterOf(text: string, answers: FileAnswers): string {
  const head = text.slice(0, lookedAt);
  const tried = delimiters.map((delimiter) => {
    const { rows } = readRows(head, delimiter, 0, rowsLookedThrough);
    const named = Math.max(0, ...rows.map(({ cells }) => columnsNamed(cells, answers)));
    return { delimiter, named, cells: rows.reduce((sum, { cells }) => sum + cells.length, 0) };
  });
  const [best] = tried.sort((one, other) => other.named - one.named || other.cells - one.cells);
  return best?.delimiter ?? ',';
}

type ReadRows = { rows: StaffRow[]; misread: { line: number; wrong: ReadingFault } | null };

/** Rows with any content, of which at most `most` are read, as far as they can be. `before` lines stand before the text. */
function readRows(text: string, delimiter: string, before: number, most: number): ReadRows {
  const rows: StaffRow[] = [];
  let cellsRead = 0;
  let countedTwice = 0;
  try {
    parse(text, {
      delimiter,
      bom: true,
      trim: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: longestRow,
      to: most,
      on_record: (record: string[], { lines }) => {
        cellsRead += record.length;
        if (record.length > mostColumns || cellsRead > mostCells) throw new TooManyCells(before + lines);
        const cells = record.map(cellOf);
        const inside = record.reduce((sum, cell) => sum + (cell.match(lineEnd)?.length ?? 0), 0);
        countedTwice += record.reduce((sum, cell) => sum + (cell.match(twoSigns)?.length ?? 0), 0);
        if (cells.some(({ kind }) => kind !== 'empty'))
          rows.push({ line: before + lines - countedTwice - inside, cells });
        return null;
      },
    });
    return { rows, misread: null };
  } catch (error) {
    if (error instanceof TooManyCells) return { rows, misread: { line: error.line, wrong: tooManyCells } };
    if (!(error instanceof CsvError)) throw error;
    return { rows, misread: { line: before + Number(error['lines'] ?? 1), wrong: misreadAs(error) } };
  }
}

const tooManyCells: ReadingFault = { code: 'too-many-cells', facts: { columns: mostColumns, cells: mostCells } };

class TooManyCells extends Error {
  readonly line: number;
  constructor(line: number) {
    super();
    this.line = line;
  }
}

function misreadAs({ code }: CsvError): ReadingFault {
  if (code === 'CSV_MAX_RECORD_SIZE') return lineTooLong;
  if (code === 'CSV_QUOTE_NOT_CLOSED') return { code: 'open-quote', facts: null };
  return { code: 'no-cells', facts: null };
}

function cellOf(written: string): Cell {
  const text = withoutTextMark(written.trim());
  return { kind: text === '' ? 'empty' : 'text', text };
}

const lineEnd = /\r\n|\r|\n/g;
/** Inside quotation marks csv-parse counts these as two lines (findings/csv-parse-counts-a-quoted-line-end-twice.sh). */
const twoSigns = /\r\n/g;
