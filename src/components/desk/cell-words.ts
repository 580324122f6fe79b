import { formatPercent, formatWholePercent } from '#i18n/format.ts';
import type { Words } from '#i18n/words.ts';
import type { HeatCell } from '#server/desk/heatmap.ts';

/** All that is known of a cell, one thing a line. */
export function cellDetail(cell: HeatCell, t: Words['desk']['heatmap']): string {
  return [
    t.band(formatPercent(cell.chance), formatWholePercent(cell.low), formatWholePercent(cell.high)),
    t.laterOf(formatPercent(cell.inAQuarter)),
    t.onOneOf(formatPercent(cell.singleKeeper)),
    t.met(cell.met, cell.people),
    ...(cell.thin ? [t.thin] : []),
  ].join('\n');
}
