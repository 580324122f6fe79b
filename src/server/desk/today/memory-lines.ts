import { monthDays } from '../heatmap.ts';
import { fallOf } from '../memory/cell-order.ts';
import type { ShownCell, ShownRow } from '../shown-cells.ts';
import type { MorningLine } from './morning-line.ts';

/** Below it a lesson is more likely forgotten than not, should it be needed. */
const line = 0.5;

/** From this chance on that exactly one recalls it, a lesson hangs on one person. */
const onOneFrom = 0.5;

/** Whoever holds it may be away on any day; what nobody puts a date to is given two weeks. */
const daysForOnOne = 14;

/** Lessons that hang on one person, and those that fall under the line within a month: by what is shown of teams, and so of none that is held back. */
export function memoryLines(rows: readonly ShownRow[]): MorningLine[] {
  return rows.flatMap(({ teamId, teamName, cells }) => {
    const own = cells.filter(({ relevant }) => relevant);
    return [
      ...foremostOf(
        own.filter(hangsOnOne),
        ({ singleKeeper, relevance }) => singleKeeper * relevance,
        (cell, stake) => ({
          ...{ kind: 'on-one', teamId, teamName, days: daysForOnOne, stake },
          ...{ lessonId: cell.lessonId, rule: cell.rule },
        }),
      ),
      ...foremostOf(
        own.filter(fallsUnder),
        ({ relevance }) => relevance,
        (cell, stake) => ({
          ...{ kind: 'falling', teamId, teamName, days: daysUntilUnder(cell), stake },
          ...{ lessonId: cell.lessonId, rule: cell.rule },
        }),
      ),
    ];
  });
}

function hangsOnOne({ singleKeeper, chance, people }: ShownCell): boolean {
  return people > 1 && singleKeeper >= onOneFrom && chance < line;
}

function fallsUnder({ chance, inAMonth }: ShownCell): boolean {
  return inAMonth !== null && chance >= line && inAMonth < line;
}

/** As if it fell evenly: over a month it nearly does. */
function daysUntilUnder(cell: ShownCell): number {
  return Math.round((monthDays * (cell.chance - line)) / fallOf(cell));
}

/** The one of a team that weighs most; the next comes when this is done. */
function foremostOf(
  cells: readonly ShownCell[],
  weight: (cell: ShownCell) => number,
  lineOf: (cell: ShownCell, stake: number) => MorningLine,
): MorningLine[] {
  const [first] = cells.toSorted((a, b) => weight(b) - weight(a) || (a.lessonId < b.lessonId ? -1 : 1));
  return first ? [lineOf(first, Math.min(1, weight(first)))] : [];
}
