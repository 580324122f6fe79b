import { stringify } from 'csv-stringify/sync';
import { formOf } from '#core/tables/staff-columns.ts';
import { markedAsText } from '#core/tables/text-mark.ts';
import type { Cell } from './cell.ts';

/**
 * Nothing for no lines; else lines under the names of their columns, with the mark by which spreadsheets know UTF-8. What a spreadsheet would run as
 * a formula, or turn into another number or a date, has an apostrophe before it, which our own reading takes away again. Days and times are
 * read back in any form.
 */
export function asCsv(lines: readonly Record<string, Cell>[]): string {
  if (lines.length === 0) return '';
  const marked = lines.map((line) =>
    Object.fromEntries(Object.entries(line).map(([column, cell]) => [column, markedCell(column, cell)])),
  );
  return stringify(marked, { header: true, bom: true });
}

function markedCell(column: string, cell: Cell): Cell {
  if (cell === null || Number.isInteger(cell)) return cell;
  if (typeof cell === 'number') return markedAsText(fraction(cell));
  return ['date', 'time'].includes(formOf(column)) ? cell : markedAsText(cell);
}

/** In German 0.125 is a hundred and twenty-five; with a fourth digit no office reads thousands. */
function fraction(number: number): string {
  const text = String(number);
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
}
