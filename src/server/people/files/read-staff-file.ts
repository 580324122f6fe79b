import { fullName } from '#core/tables/full-name.ts';
import { formOf, type StaffColumn } from '#core/tables/staff-columns.ts';
import { mostBytes } from './file-limits.ts';
import { type LaidOut, layOutColumns } from './lay-out-columns.ts';
import { type ColumnRead, type ColumnToRead, readColumn } from './read-columns.ts';
import { readCsv } from './read-csv.ts';
import { decimalOf, decimalQuestion } from './read-figures.ts';
import { readWorkbook } from './read-workbook.ts';
import {
  type FileAnswers,
  type FileQuestion,
  type FoundInFile,
  type RawRead,
  type RawTable,
  refused,
  type StaffFile,
  type StaffRecord,
} from './staff-file.ts';

/**
 * Reads a list that somebody's office program wrote: CSV of any encoding and delimiter, XLSX or ODS. Nothing in it is guessed: what is certain is
 * read, what is doubtful is a question (read once more with its answer), and what is lost is a fault with its line, column and mend.
 */
export async function readStaffFile(bytes: Uint8Array, fileName: string, answers: FileAnswers): Promise<StaffFile> {
  if (bytes.length === 0) return refused({ code: 'empty-file', facts: null });
  if (bytes.length > mostBytes) return refused({ code: 'too-large', facts: { megabytes: mostBytes / 1024 / 1024 } });
  const read = await readTable(bytes, fileName, answers);
  if (read.ok === 'asked') return nothingYet(read.question, read.kind);
  return read.ok ? interpret(read.table, answers) : read;
}

/** Files begin with bytes that tell what they are: ZIP archives (XLSX, ODS), Microsoft's older containers (XLS, or XLSX with a password), PDF. */
async function readTable(bytes: Uint8Array, fileName: string, answers: FileAnswers): Promise<RawRead> {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  if (head === 'PK\u0003\u0004') return readWorkbook(bytes, answers);
  if (head === '\u00D0\u00CF\u0011\u00E0') return refused({ code: 'old-workbook', facts: null });
  if (head === '%PDF') return refused({ code: 'pdf', facts: null });
  if (webPage.test(Buffer.from(bytes.subarray(0, 500)).toString('latin1')))
    return refused({ code: 'web-page', facts: { file: fileName } });
  return readCsv(bytes, answers);
}

/** What some personnel systems hand out under the name of a workbook. */
const webPage = /^[\s\u00EF\u00BB\u00BF]*<(!doctype|html|table|\?xml)/i;

function nothingYet(question: FileQuestion, kind: FoundInFile['kind']): StaffFile {
  const found = { kind, encoding: null, delimiter: null, decimal: null, sheet: null, list: null, headingLine: 1 };
  return {
    ok: true,
    found,
    headings: [],
    columns: [],
    rows: [],
    records: [],
    faults: [],
    missing: [],
    leftOut: [],
    questions: [question],
  };
}

function interpret(table: RawTable, answers: FileAnswers): StaffFile {
  const laidOut = layOutColumns(table, answers);
  if (!laidOut) return refused({ code: 'empty-file', facts: null });
  if (laidOut.faults.length > 0) return { ok: false, faults: laidOut.faults };
  const toRead = columnsToRead(laidOut);
  const figures = toRead.filter(({ column }) => ['number', 'share'].includes(formOf(column)));
  const told = decimalOf(laidOut.rows, figures);
  const read = toRead.map((column) => readColumn(column, answers.decimal ?? told, answers));
  const { headingLine, headings, list, columns, rows, leftOut, missing } = laidOut;
  const questions = [
    ...laidOut.questions,
    ...[decimalQuestion(figures, told, answers), ...read.map(({ question }) => question)].filter(
      (question) => question !== null,
    ),
  ];
  const found = { ...table.found, decimal: answers.decimal ?? told, list, headingLine };
  const records = questions.length > 0 ? [] : recordsOf(laidOut, toRead, read, answers);
  const faults = read.flatMap((column) => column.faults).sort((one, other) => one.line - other.line);
  return { ok: true, found, headings, columns, rows, records, faults, missing, leftOut, questions };
}

/** A column that two headings are meant for is asked about, and read when that is answered. */
function columnsToRead({ headings, columns, rows }: LaidOut): ColumnToRead[] {
  return columns.flatMap((column, at) => {
    if (!column || columns.indexOf(column) !== columns.lastIndexOf(column)) return [];
    const cells = rows.map(({ line, cells: all }) => ({ line, cell: all[at] ?? { kind: 'empty' as const, text: '' } }));
    return [{ column, heading: headings[at] ?? '', cells }];
  });
}

function recordsOf(
  { rows }: LaidOut,
  toRead: readonly ColumnToRead[],
  read: readonly ColumnRead[],
  { values = {} }: FileAnswers,
): StaffRecord[] {
  return rows.map(({ line }, at) => {
    const own = toRead.map(({ column }, of): [StaffColumn, string] => [column, read[of]?.values[at] ?? '']);
    const filled = own.filter(([column, text]) => text !== '' || !(column in values));
    return { line, record: withOneName({ ...values, ...Object.fromEntries(filled) }) };
  });
}

function withOneName({ givenName, familyName, ...record }: Record<string, string>): Record<string, string> {
  if (givenName === undefined && familyName === undefined) return record;
  return { ...record, name: record['name'] ?? fullName(givenName ?? '', familyName ?? '') };
}
