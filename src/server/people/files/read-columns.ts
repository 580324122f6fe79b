import { whatIsLost } from '#core/tables/lost-letters.ts';
import { readDate } from '#core/tables/read-date.ts';
import type { DecimalSign } from '#core/tables/read-number.ts';
import { readTime } from '#core/tables/read-time.ts';
import { formOf, type StaffColumn } from '#core/tables/staff-columns.ts';
import { longestCell } from './file-limits.ts';
import { readDays, readYears } from './read-dates.ts';
import { readFigures } from './read-figures.ts';
import type { Cell, FileAnswers, FileFault, FileQuestion } from './staff-file.ts';

/** A column of the file that means one of ours. */
export type ColumnToRead = { column: StaffColumn; heading: string; cells: { line: number; cell: Cell }[] };

/** Its cells in the form that the schema of its list reads, in the same order; none while there is a question. */
export type ColumnRead = { values: string[]; faults: FileFault[]; question: FileQuestion | null };

/** Reads one column by what it means. */
export function readColumn(column: ColumnToRead, decimal: DecimalSign | null, answers: FileAnswers): ColumnRead {
  const spoiled = spoiledCells(column);
  if (spoiled.length === 0) return readByForm(column, decimal, answers);
  const lines = new Set(spoiled.map(({ line }) => line));
  const cells = column.cells.map((one) => (lines.has(one.line) ? { ...one, cell: noCell } : one));
  const { values, faults, question } = readByForm({ ...column, cells }, decimal, answers);
  return {
    values: values.map((value, at) => (cells[at]?.cell === noCell ? (column.cells[at]?.cell.text ?? '') : value)),
    faults: [...spoiled, ...faults],
    question,
  };
}

const noCell: Cell = { kind: 'empty', text: '' };

function readByForm(column: ColumnToRead, decimal: DecimalSign | null, answers: FileAnswers): ColumnRead {
  switch (formOf(column.column)) {
    case 'date':
      return readDays(column, answers);
    case 'year':
      return readYears(column, answers);
    case 'number':
    case 'share':
      return readFigures(column, decimal);
    case 'code':
      return readCodes(column, answers);
    case 'time':
      return eachCell(column, timeIn);
    case 'answer':
      return eachCell(column, ({ kind, text }) => ({
        value: kind === 'boolean' ? (text === 'true' ? 'yes' : 'no') : text,
      }));
    default:
      return eachCell(column, textIn);
  }
}

/** Cells that hold nothing anybody typed, whatever the column means. */
function spoiledCells({ column, cells }: ColumnToRead): FileFault[] {
  const noQuestion = !['text', 'answer'].includes(formOf(column));
  return cells.flatMap(({ line, cell: { kind, text } }) => {
    const wrong = kind === 'error' ? errorWords(text) : lostWords(whatIsLost(text, noQuestion), text);
    if (wrong) return [{ line, field: column, wrong }];
    return text.length > longestCell
      ? [{ line, field: column, wrong: `this cell has ${text.length} characters; no list needs so many` }]
      : [];
  });
}

function errorWords(text: string): string {
  return text.startsWith('=')
    ? 'this formula has no result in the file; open it in the spreadsheet program and save it once more'
    : `the spreadsheet shows the error ${text} here; mend its formula, or type what belongs there`;
}

function lostWords(lost: 'letters' | 'control' | null, text: string): string | null {
  if (lost === 'letters')
    return `"${text.replaceAll('\uFFFD', '?')}" has lost letters: whatever wrote the file put "?" for them. Save the list once more as "CSV UTF-8", XLSX or ODS.`;
  return lost === 'control' ? 'this holds control characters; type it anew' : null;
}

type Taken = { value: string } | { wrong: string };

function eachCell({ column, cells }: ColumnToRead, take: (cell: Cell) => Taken): ColumnRead {
  const faults: FileFault[] = [];
  const values = cells.map(({ line, cell }) => {
    const taken = cell.kind === 'empty' ? { value: '' } : take(cell);
    if ('value' in taken) return taken.value;
    faults.push({ line, field: column, wrong: taken.wrong });
    return cell.text;
  });
  return { values, faults, question: null };
}

function textIn({ kind, text }: Cell): Taken {
  if (kind === 'date' || kind === 'time')
    return {
      wrong: `the spreadsheet has made ${kind === 'date' ? 'the date' : 'the time'} ${text} of this; format the column as text there and type it anew`,
    };
  return { value: text };
}

function timeIn({ kind, text }: Cell): Taken {
  const value = kind === 'text' || kind === 'time' ? readTime(text) : null;
  return value === null ? { wrong: `"${text}" is no time of day; write it as 08:30` } : { value };
}

/** A number in the form that a spreadsheet gives large ones. */
const exponent = /^[+-]?\d+(?:[.,]\d+)?e\+?\d+$/i;

/** Digits that are a name. With numbers that the workbook shows as 00417, it is asked whether the zeros belong to them. */
function readCodes(column: ColumnToRead, answers: FileAnswers): ColumnRead {
  const padded = column.cells.flatMap(({ cell }) =>
    cell.kind === 'number' && cell.padded ? [{ written: cell.padded, bare: cell.text }] : [],
  );
  const zeros = answers.zeros?.[column.heading] ?? answers.zeros?.['*'];
  if (padded.length > 0 && !zeros)
    return { values: [], faults: [], question: zerosQuestion(column.heading, padded.slice(0, 3)) };
  return eachCell(column, (cell) => codeIn(cell, zeros === 'kept'));
}

function codeIn(cell: Cell, withZeros: boolean): Taken {
  if (cell.kind === 'number') {
    const isWhole = Number.isSafeInteger(Number(cell.text)) && cell.text.length <= 15;
    return isWhole
      ? { value: withZeros && cell.padded ? cell.padded : cell.text }
      : { wrong: turned(cell.text, 'a number') };
  }
  if (cell.kind !== 'text') return { wrong: turned(cell.text, `a ${cell.kind}`) };
  if (exponent.test(cell.text) && /[.,+]/.test(cell.text)) return { wrong: turned(cell.text, 'a number') };
  return readDate(cell.text).kind === 'lost' && /月/.test(cell.text)
    ? { wrong: turned(cell.text, 'a date') }
    : { value: cell.text };
}

const turned = (text: string, what: string) =>
  `the spreadsheet has made ${what} of this (${text}); format the column as text there and type it anew`;

function zerosQuestion(heading: string, numbers: { written: string; bare: string }[]): FileQuestion {
  return {
    about: 'zeros',
    heading,
    choices: [
      { answer: 'kept', previews: numbers.map(({ written }) => ({ written, read: written })) },
      { answer: 'dropped', previews: numbers.map(({ written, bare }) => ({ written, read: bare })) },
    ],
  };
}
