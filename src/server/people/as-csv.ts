import { stringify } from 'csv-stringify/sync';
import { formOf } from '#core/tables/staff-columns.ts';
import { markedAsText } from '#core/tables/text-mark.ts';
import type { Cell } from './cell.ts';

/**
 * Nothing for no lines; else lines under the names of their columns, with the mark by which spreadsheets know UTF-8. A text that a spreadsheet would run as a formula, or
 * turn into a number or a date, has an apostrophe before it, which our own reading takes away again. Days and times are read back in any form.
 */
export function asCsv(lines: readonly Record<string, Cell>[]): string {
  if (lines.length === 0) return '';
  const marked = lines.map((line) =>
    Object.fromEntries(Object.entries(line).map(([column, cell]) => [column, markedCell(column, cell)])),
  );
  return stringify(marked, { header: true, bom: true });
}

function markedCell(column: string, cell: Cell): Cell {
  return typeof cell !== 'string' || ['date', 'time'].includes(formOf(column)) ? cell : markedAsText(cell);
}
