import { isPlanned, nextPlanningDay } from '../nudges/plan-nudges.ts';
import { localDate } from '../planning/calendar.ts';
import type { PlannedTeam } from '../planning/world.ts';
import type { Db } from '../store/open-store.ts';
import type { Instant } from '../store/schema.ts';

/** The first local day of a team (ISO text) that something asked for at `now` can still change: not one that was planned already. */
export async function firstOpenDay(db: Db, team: PlannedTeam, now: Instant): Promise<string> {
  const today = localDate(now, team.workTime.zone);
  const planned = await isPlanned(db, team.id, today.toString());
  const first = planned ? today.add({ days: 1 }) : nextPlanningDay(now, team.workTime);
  return first.toString();
}
