import type { Words } from '#i18n/words.ts';
import type { HeatCell } from '#server/desk/heatmap.ts';
import { percent, wholePercent } from './percent.ts';

/** All that is known of a cell, one thing a line. */
export function cellDetail(cell: HeatCell, t: Words['desk']['heatmap']): string {
  return [
    t.band(percent(cell.chance), wholePercent(cell.low), wholePercent(cell.high)),
    t.laterOf(percent(cell.inAQuarter)),
    t.onOneOf(percent(cell.singleKeeper)),
    t.met(cell.met, cell.people),
    ...(cell.thin ? [t.thin] : []),
  ].join('\n');
}
