import type { z } from 'zod';
import type { StaffRecord } from './files/staff-file.ts';
import type { RefusedLine } from './refused-line.ts';

export type CheckedRecords<T> = { ok: true; rows: { line: number; row: T }[] } | { ok: false; faults: RefusedLine[] };

/** Puts each row of a list through `schema`. Nothing is returned unless every row is good. */
export function checkRecords<T>(records: readonly StaffRecord[], schema: z.ZodType<T>): CheckedRecords<T> {
  const faults: RefusedLine[] = [];
  const rows: { line: number; row: T }[] = [];
  for (const { line, record } of records) {
    const result = schema.safeParse(record);
    if (result.success) rows.push({ line, row: result.data });
    else
      faults.push(
        ...result.error.issues.map(({ path, message }) => ({
          line,
          field: path.map(String).join('.'),
          wrong: message,
        })),
      );
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, rows };
}
