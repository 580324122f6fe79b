import { mapHeadings } from '#core/tables/map-headings.ts';
import { listKinds } from '#core/tables/staff-columns.ts';
import type { Cell, FileAnswers, StaffRow } from './staff-file.ts';

/** Titles, dates of printing and empty rows before the headings. */
export const rowsLookedThrough = 30;

/** How many cells of a row name a column of the list that knows most of them. */
export function columnsNamed(cells: readonly Cell[], answers: FileAnswers): number {
  const texts = cells.map(({ text }) => text).filter((text) => text !== '');
  const answered = texts.filter((text) => answers.columns?.[text]).length;
  const known = listKinds.map((list) => mapHeadings(texts, list).filter(({ column }) => column).length);
  return Math.max(answered, ...known);
}

/** The row of the headings: the first that names most columns, and where none is named, the first of the fullest. */
export function findHeadings(rows: readonly StaffRow[], answers: FileAnswers): StaffRow | null {
  const candidates = rows.slice(0, rowsLookedThrough);
  const byNames = highest(candidates, ({ cells }) => columnsNamed(cells, answers));
  if (byNames && byNames.score > 0) return byNames.row;
  return highest(candidates, ({ cells }) => cells.filter(({ kind }) => kind !== 'empty').length)?.row ?? null;
}

function highest(
  rows: readonly StaffRow[],
  scoreOf: (row: StaffRow) => number,
): { row: StaffRow; score: number } | null {
  let best: { row: StaffRow; score: number } | null = null;
  for (const row of rows) {
    const score = scoreOf(row);
    if (!best || score > best.score) best = { row, score };
  }
  return best;
}
