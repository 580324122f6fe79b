import { formatPercent, formatWholePercent } from '#i18n/format.ts';
import type { Words } from '#i18n/words.ts';
import type { ShownCell } from '#server/desk/shown-cells.ts';

/** All that is known of a cell, one thing a line. */
export function cellDetail(cell: ShownCell, t: Words['desk']['heatmap']): string {
  return [
    chanceWords(cell, t),
    ...(cell.inAQuarter === null ? [] : [t.laterOf(formatPercent(cell.inAQuarter))]),
    t.onOneOf(formatPercent(cell.singleKeeper)),
    t.met(cell.met, cell.people),
    ...(cell.thin ? [t.thin] : []),
  ].join('\n');
}

/** The chance, with its band where it is not told in steps. */
export function chanceWords({ chance, exact }: ShownCell, t: Words['desk']['heatmap']): string {
  if (!exact) return formatPercent(chance);
  return t.band(formatPercent(chance), formatWholePercent(exact.low), formatWholePercent(exact.high));
}
