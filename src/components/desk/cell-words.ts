import type { HeatCell } from '#desk/heatmap.ts';
import type { Words } from '#i18n/words.ts';
import { percent, wholePercent } from './percent.ts';

/** All that is known of a cell, one thing a line. */
export function cellDetail(cell: HeatCell, said: Words['desk']['heatmap']): string {
  return [
    said.band(percent(cell.chance), wholePercent(cell.low), wholePercent(cell.high)),
    said.laterOf(percent(cell.inAQuarter)),
    said.onOneOf(percent(cell.singleKeeper)),
    said.met(cell.met, cell.people),
    ...(cell.thin ? [said.thin] : []),
  ].join('\n');
}
