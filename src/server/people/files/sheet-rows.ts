import type { Cell as BookCell, CellValue, Sheet } from 'hucre';
import type { Cell, StaffRow } from './staff-file.ts';

/** Days that a bare time of day is counted from, in the workbooks of various programs. */
const timeEpochs = ['1899-12-30', '1899-12-31', '1904-01-01'];

/** A time of day as OpenDocument writes it. */
const duration = /^PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S$/;

/** A number format of nothing but zeros, with or without a language before it: `00000`, `[$-407]00000`. */
const zerosOnly = /^(?:\[\$[^\]]*\])?(0{2,})$/;

const empty: Cell = { kind: 'empty', text: '' };

/** The rows of a sheet that hold anything, by values. */
export function sheetRows(sheet: Sheet): StaffRow[] {
  return sheet.rows.flatMap((row, at) => {
    const cells = withoutEmptyEnd(row.map((value, column) => cellOf(value, sheet.cells?.get(`${at},${column}`))));
    return cells.length === 0 ? [] : [{ line: at + 1, cells }];
  });
}

function withoutEmptyEnd(cells: Cell[]): Cell[] {
  return cells.slice(0, cells.findLastIndex(({ kind }) => kind !== 'empty') + 1);
}

function cellOf(value: CellValue, more: BookCell | undefined): Cell {
  if (value === null) return more?.formula ? { kind: 'error', text: `=${more.formula}` } : empty;
  if (value instanceof Date) return dayOrTime(value);
  if (typeof value === 'number')
    return { kind: 'number', text: String(value), padded: paddedBy(value, more?.style?.numFmt) };
  if (typeof value === 'boolean') return { kind: 'boolean', text: String(value) };
  if (more?.type === 'error') return { kind: 'error', text: value };
  const [, hours, minutes, seconds] = duration.exec(value) ?? [];
  if (hours) return { kind: 'time', text: `${hours.padStart(2, '0')}:${minutes}:${seconds}` };
  const text = value.trim();
  return text === '' ? empty : { kind: 'text', text };
}

function dayOrTime(value: Date): Cell {
  const [day = '', time = ''] = value.toISOString().split('T');
  return timeEpochs.includes(day) ? { kind: 'time', text: time.slice(0, 8) } : { kind: 'date', text: day };
}

function paddedBy(value: number, format: string | undefined): string | null {
  const [, zeros = ''] = zerosOnly.exec(format ?? '') ?? [];
  const digits = String(value);
  return Number.isInteger(value) && value >= 0 && digits.length < zeros.length
    ? digits.padStart(zeros.length, '0')
    : null;
}
