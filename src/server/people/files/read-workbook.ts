import { readXlsx, type Workbook } from 'hucre';
import { readOds } from 'hucre/ods';
import { mostCells, mostColumns, mostRows, mostUnpackedBytes } from './file-limits.ts';
import { columnsNamed, rowsLookedThrough } from './find-headings.ts';
import { sheetRows } from './sheet-rows.ts';
import { type FileAnswers, type RawRead, refused, type StaffRow } from './staff-file.ts';
import { unpackedSize } from './unpacked-size.ts';

/** Reads the values of a workbook, never what the program shows of them. */
export async function readWorkbook(bytes: Uint8Array, answers: FileAnswers): Promise<RawRead> {
  const unpacked = unpackedSize(bytes);
  if (!unpacked) return refused({ code: 'damaged-workbook', facts: null });
  if (unpacked.bytes > mostUnpackedBytes) return refused({ code: 'unpacks-too-large', facts: null });
  const kind = unpacked.names.includes('content.xml') ? 'ods' : 'xlsx';
  const workbook = await parsed(bytes, kind);
  if (!workbook) return refused({ code: 'no-workbook', facts: null });
  const sheets = workbook.sheets.filter((sheet) => sheet.name === answers.sheet || !(sheet.hidden || sheet.veryHidden));
  const tables = sheets
    .map((sheet) => ({ name: sheet.name, rows: sheetRows(sheet) }))
    .filter(({ rows }) => rows.length > 0);
  if (tables.some(tooLarge))
    return refused({ code: 'sheet-too-large', facts: { rows: mostRows, columns: mostColumns } });
  return oneOf(tables, kind, answers);
}

/** Null when the parser cannot make anything of it, for whatever reason it gives: the file is somebody else's, and may be anything. */
async function parsed(bytes: Uint8Array, kind: 'xlsx' | 'ods'): Promise<Workbook | null> {
  try {
    return await (kind === 'ods' ? readOds : readXlsx)(bytes, { readStyles: true });
  } catch {
    return null;
  }
}

type NamedTable = { name: string; rows: StaffRow[] };

function tooLarge({ rows }: NamedTable): boolean {
  const cells = rows.reduce((sum, row) => sum + row.cells.length, 0);
  return rows.length > mostRows || cells > mostCells || rows.some((row) => row.cells.length > mostColumns);
}

/** The sheet that was chosen, the only one, or the only one with names of columns; else it is asked. */
function oneOf(tables: readonly NamedTable[], kind: 'xlsx' | 'ods', answers: FileAnswers): RawRead {
  if (tables.length === 0) return refused({ code: 'empty-workbook', facts: null });
  const named = tables.filter(({ rows }) =>
    rows.slice(0, rowsLookedThrough).some(({ cells }) => columnsNamed(cells, answers) > 1),
  );
  const chosen = tables.find(({ name }) => name === answers.sheet);
  const only = tables.length === 1 ? tables[0] : named.length === 1 ? named[0] : undefined;
  const table = chosen ?? only;
  if (table)
    return {
      ok: true,
      table: { found: { kind, encoding: null, delimiter: null, sheet: table.name }, rows: table.rows },
    };
  const choices = tables.map(({ name, rows }) => ({ answer: name, previews: previewsOf(rows) }));
  return { ok: 'asked', kind, question: { about: 'sheet', heading: null, choices } };
}

/** The first cells of a sheet's first rows. */
function previewsOf(rows: readonly StaffRow[]) {
  return rows.slice(0, 3).map(({ cells }) => ({
    written: '',
    read: cells
      .slice(0, 4)
      .map(({ text }) => text)
      .join(' · '),
  }));
}
