import { stringify } from 'csv-stringify/sync';
import type { Cell } from './cell.ts';

/** Lines under the names of their columns. A cell that begins like a formula would be run by a spreadsheet, so it is written as text. */
export function asCsv(lines: readonly Record<string, Cell>[]): string {
  return stringify([...lines], { header: true, escape_formulas: true });
}
