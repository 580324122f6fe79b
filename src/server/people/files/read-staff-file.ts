import { CsvError, parse } from 'csv-parse/sync';
import { mapHeadings } from '#core/tables/map-headings.ts';
import type { ListKind, StaffColumn } from '#core/tables/staff-columns.ts';
import type { FileAnswers, StaffFile, StaffRow } from './staff-file.ts';

type RawRow = { line: number; record: string[] };

/** Reads a list that somebody's office program wrote. Nothing in it is guessed: what is doubtful is a question, what is lost a fault. */
export async function readStaffFile(bytes: Uint8Array, _fileName: string, answers: FileAnswers): Promise<StaffFile> {
  const text = new TextDecoder('utf-8').decode(bytes);
  const delimiter = (text.split('\n', 1)[0] ?? '').includes(';') ? ';' : ',';
  const lines: RawRow[] = [];
  try {
    parse(text, {
      delimiter,
      bom: true,
      trim: true,
      skip_empty_lines: true,
      on_record: (record: string[], { lines: line }) => {
        lines.push({ line, record });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ok: false, faults: [{ line: Number(error['lines'] ?? 1), field: '', wrong: error.message }] };
  }
  const headings = lines.shift()?.record ?? [];
  const rows = lines.map(
    ({ record, line }): StaffRow => ({
      line,
      cells: record.map((cell) => ({ kind: cell === '' ? 'empty' : 'text', text: cell })),
    }),
  );
  const list = answers.list ?? listOf(headings);
  const columns = list
    ? mapHeadings(headings, list).map(({ heading: name, column }) => answers.columns?.[name] ?? column)
    : headings.map(() => null);
  return {
    ok: true,
    found: { kind: 'csv', encoding: 'utf-8', delimiter, decimal: null, sheet: null, list, headingLine: 1 },
    headings,
    columns,
    rows,
    records: rows.map((row) => ({ line: row.line, record: recordOf(columns, row) })),
    leftOut: [],
    questions: [],
  };
}

function listOf(headings: readonly string[]): ListKind | null {
  const plain = headings.map((heading) => heading.toLowerCase());
  if (plain.includes('email')) return 'people';
  if (plain.includes('item')) return 'exposures';
  return plain.includes('team') ? 'teams' : null;
}

function recordOf(columns: readonly (StaffColumn | null)[], { cells }: StaffRow): Record<string, string> {
  return Object.fromEntries(columns.flatMap((column, at) => (column ? [[column, cells[at]?.text ?? '']] : [])));
}
