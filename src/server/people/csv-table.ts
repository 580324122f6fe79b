import { CsvError, parse } from 'csv-parse/sync';
import type { z } from 'zod';

/** What is wrong with one line of a CSV file, counted as an editor counts (the heading is line 1). */
export type LineFault = { line: number; field: string; wrong: string };

export type ReadTable<T> = { ok: true; rows: { line: number; row: T }[] } | { ok: false; faults: LineFault[] };

type RawRecord = { record: Record<string, string>; info: { lines: number } };

/** The column names of the first line, lower-cased; how an import knows which kind of file it was given. */
export function headingsOf(text: string): string[] {
  const first = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? '';
  return first.split(/[,;]/).map((name) => name.trim().replace(/^"|"$/g, '').toLowerCase());
}

/** Spreadsheets of half the world write semicolons. The heading tells which; taking both would split a cell that holds the other. */
function delimiterOf(text: string): ',' | ';' {
  const heading = text.split(/\r?\n/, 1)[0] ?? '';
  return heading.split(';').length > heading.split(',').length ? ';' : ',';
}

/** Parses a CSV text (comma or semicolon, with or without BOM) row by row through `schema`. Nothing is returned unless every row is good. */
export function readTable<T>(text: string, schema: z.ZodType<T>): ReadTable<T> {
  const records = parseRecords(text);
  if (!Array.isArray(records)) return { ok: false, faults: [records] };
  const faults: LineFault[] = [];
  const rows: { line: number; row: T }[] = [];
  for (const { record, info } of records) {
    const result = schema.safeParse(record);
    if (result.success) rows.push({ line: info.lines, row: result.data });
    else
      faults.push(
        ...result.error.issues.map((issue) => ({
          line: info.lines,
          field: issue.path.map(String).join('.'),
          wrong: issue.message,
        })),
      );
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, rows };
}

function parseRecords(text: string): RawRecord[] | LineFault {
  try {
    const records: RawRecord[] = parse(text, {
      columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
      delimiter: delimiterOf(text),
      bom: true,
      trim: true,
      skip_empty_lines: true,
      info: true,
    });
    return records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { line: Number(error['lines'] ?? 1), field: '', wrong: error.message };
  }
}
