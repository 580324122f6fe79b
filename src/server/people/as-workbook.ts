import { type CellValue, type ColumnDef, writeXlsx } from 'hucre';
import { formOf } from '#core/tables/staff-columns.ts';
import type { Cell } from './cell.ts';

/** The width of a column whose cells are short, in characters. */
const usualWidth = 18;

/**
 * Lines as a workbook of one sheet. Each cell has its type, and text its own format, so that a spreadsheet of any language leaves them as they
 * are: 00417 keeps its zeros, and -20 °C is no formula.
 */
export async function asWorkbook(name: string, lines: readonly Record<string, Cell>[]): Promise<Uint8Array> {
  const keys = Object.keys(lines[0] ?? {});
  const columns = keys.map((key): ColumnDef => ({ header: key, key, width: usualWidth, ...formatOf(key, lines) }));
  const data = lines.map((line) => Object.fromEntries(keys.map((key) => [key, valueOfCell(key, line[key] ?? null)])));
  return writeXlsx({ sheets: [{ name, columns, data, freezePane: { rows: 1 } }] });
}

function formatOf(key: string, lines: readonly Record<string, Cell>[]): { numFmt?: string } {
  if (formOf(key) === 'date') return { numFmt: 'yyyy-mm-dd' };
  return lines.some((line) => typeof line[key] === 'number') ? {} : { numFmt: '@' };
}

function valueOfCell(key: string, cell: Cell): CellValue {
  return formOf(key) === 'date' && typeof cell === 'string' ? new Date(`${cell}T00:00:00Z`) : cell;
}
