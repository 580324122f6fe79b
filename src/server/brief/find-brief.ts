import { type Quarter, quarterOf, quarterText } from '#core/brief/quarter.ts';
import { localDate } from '#core/planning/calendar/calendar.ts';
import type { Instant } from '#server/database/schema.ts';
import type { Brief } from './brief.ts';
import { houseCalendar } from './house-clock.ts';
import { type BriefMaker, makeBrief } from './make-brief.ts';
import { readKeptBrief } from './snapshots.ts';
import type { BriefStanding } from './told/told-brief.ts';

/** A brief to be shown, or that there is none: figures of a quarter that is over cannot be made now. */
export type FoundBrief = { ok: true; brief: Brief; standing: BriefStanding } | { ok: false; reason: 'not-kept' };

/** Of the quarter that runs as things stand, of any other as it was kept. */
export async function findBrief(maker: BriefMaker, quarter: Quarter, now: Instant): Promise<FoundBrief> {
  const { today } = await houseCalendar(maker.db, now);
  if (quarterText(quarter) === quarterText(quarterOf(today)))
    return { ok: true, brief: await makeBrief(maker, quarter, now), standing: 'running' };
  const kept = await readKeptBrief(maker.db, quarter);
  if (!kept) return { ok: false, reason: 'not-kept' };
  return { ok: true, brief: kept.brief, standing: { kept: localDate(kept.madeAt, 'Etc/UTC').toString() } };
}
