import { columnsOf } from '#core/tables/staff-columns.ts';
import type { ReadFile } from './read-import.ts';

type PeopleColumn = (typeof columnsOf.people)[number];

/** For each heading what it is taken for, or was probably meant for and is asked about; null is left out. Of two that are alike, the first. */
export function proposedColumns(
  file: Pick<ReadFile, 'headings' | 'columns' | 'leftOut' | 'questions'>,
): (PeopleColumn | null)[] {
  const near = new Map(file.leftOut.map((left) => [left.heading, left.near]));
  const asked = new Set(file.questions.filter(({ about }) => about === 'column').map(({ heading }) => heading));
  const columns = file.headings.map((heading, index) => {
    const column = file.columns[index] ?? (asked.has(heading) ? near.get(heading) : null);
    return columnsOf.people.find((one) => one === column) ?? null;
  });
  return columns.map((column, index) => (columns.indexOf(column) === index ? column : null));
}
