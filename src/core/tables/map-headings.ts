import { columnsOf, type ListKind, type StaffColumn } from './staff-columns.ts';

/** What a heading of a file is taken for. */
export type HeadingProposal = {
  heading: string;
  /** Our column; null when no column of the list goes by that name. */
  column: StaffColumn | null;
  /** The column it may have been meant for, when it is none. */
  near: StaffColumn | null;
};

/** Proposes our column for each heading of a file. */
export function mapHeadings(headings: readonly string[], list: ListKind): HeadingProposal[] {
  const known: readonly StaffColumn[] = columnsOf[list];
  return headings.map((heading) => {
    const plain = heading.trim().toLowerCase();
    return { heading, column: known.find((column) => column.toLowerCase() === plain) ?? null, near: null };
  });
}
