import { whatIsLost } from '#core/tables/lost-letters.ts';
import { readDate } from '#core/tables/read-date.ts';
import type { DecimalSign } from '#core/tables/read-number.ts';
import { readTime } from '#core/tables/read-time.ts';
import type { MadeOf, ReadingFault } from '#core/tables/reading-fault.ts';
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
    const wrong = kind === 'error' ? shownError(text) : lostIn(whatIsLost(text, noQuestion), text);
    if (wrong) return [{ line, field: column, wrong }];
    return text.length > longestCell
      ? [{ line, field: column, wrong: { code: 'cell-too-long', facts: { characters: text.length } } }]
      : [];
  });
}

function shownError(text: string): ReadingFault {
  return text.startsWith('=') ? { code: 'no-result', facts: null } : { code: 'shown-error', facts: { said: text } };
}

function lostIn(lost: 'letters' | 'control' | null, text: string): ReadingFault | null {
  if (lost === 'letters') return { code: 'lost-letters', facts: { said: text.replaceAll('\uFFFD', '?') } };
  return lost === 'control' ? { code: 'control-characters', facts: null } : null;
}

type Taken = { value: string } | { wrong: ReadingFault };

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
  return kind === 'date' || kind === 'time' ? { wrong: turned(text, kind) } : { value: text };
}

function timeIn({ kind, text }: Cell): Taken {
  const value = kind === 'text' || kind === 'time' ? readTime(text) : null;
  return value === null ? { wrong: { code: 'no-time', facts: { said: text } } } : { value };
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
      : { wrong: turned(cell.text, 'number') };
  }
  if (cell.kind === 'date' || cell.kind === 'time' || cell.kind === 'boolean')
    return { wrong: turned(cell.text, cell.kind) };
  if (exponent.test(cell.text) && /[.,+]/.test(cell.text)) return { wrong: turned(cell.text, 'number') };
  return readDate(cell.text).kind === 'lost' && /月/.test(cell.text)
    ? { wrong: turned(cell.text, 'date') }
    : { value: cell.text };
}

const turned = (said: string, made: MadeOf): ReadingFault => ({ code: 'retyped', facts: { made, said } });

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
