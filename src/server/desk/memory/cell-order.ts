import type { ShownCell, ShownRow } from '../shown-cells.ts';
import type { MemoryOrder } from './team-order.ts';

/** One lesson in one team, as it stands in the list. */
export type RankedCell = { teamId: number; teamName: string; cell: ShownCell };

/** Lessons that concern the team, or that somebody of it has met. */
export function isOwn({ relevant, met }: ShownCell): boolean {
  return relevant || met > 0;
}

/** What goes in a month; nothing where now and then may not be compared. */
export function fallOf({ chance, inAMonth }: ShownCell): number {
  return inAMonth === null ? 0 : chance - inAMonth;
}

/**
 * Lessons of teams, those to look at first in front. By what is shown alone, so that no place tells more than the page does; of equals the one that
 * concerns its team most.
 */
export function rankedCells(rows: readonly ShownRow[], order: MemoryOrder): RankedCell[] {
  return rows
    .flatMap(({ teamId, teamName, cells }) => cells.filter(isOwn).map((cell) => ({ teamId, teamName, cell })))
    .sort(
      (a, b) =>
        rank(a.cell, order) - rank(b.cell, order) ||
        b.cell.relevance - a.cell.relevance ||
        a.teamId - b.teamId ||
        (a.cell.lessonId < b.cell.lessonId ? -1 : 1),
    );
}

/** From here on a lesson is held (warmth.ts), and nothing to look at among the coldest. */
const held = 0.7;

/** Whether a cell is worth a line of the list: a house of one team would else read all of its lessons twice. */
export function isWorthALine(cell: ShownCell, order: MemoryOrder): boolean {
  if (!cell.relevant) return false;
  if (order === 'relevant') return true;
  return order === 'coldest' ? cell.chance < held : fallOf(cell) > 0;
}

/** The lessons of some rows in order, by the mean over the teams that they concern; those that concern nobody last. */
export function lessonsInOrder(rows: readonly ShownRow[], order: MemoryOrder): { id: string; rule: string }[] {
  const cells = rows.flatMap((row) => row.cells);
  return [...Map.groupBy(cells, ({ lessonId }) => lessonId)]
    .map(([id, all]) => ({ id, rule: all[0]?.rule ?? id, rank: meanRank(all.filter(isOwn), order) }))
    .sort((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank) || (a.id < b.id ? -1 : 1))
    .map(({ id, rule }) => ({ id, rule }));
}

function meanRank(cells: readonly ShownCell[], order: MemoryOrder): number {
  if (cells.length === 0) return Number.POSITIVE_INFINITY;
  return cells.reduce((sum, cell) => sum + rank(cell, order), 0) / cells.length;
}

function rank(cell: ShownCell, order: MemoryOrder): number {
  if (order === 'coldest') return cell.chance;
  return order === 'losing' ? -fallOf(cell) : -cell.relevance;
}
