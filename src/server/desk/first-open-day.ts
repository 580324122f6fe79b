import { localDate } from '#core/planning/calendar/calendar.ts';
import type { PlannedTeam } from '#core/planning/planner-types.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { isPlanned, nextPlanningDay } from '#server/nudges/plan-nudges.ts';

/** The first local day of a team (ISO text) that something asked for at `now` can still change: not one that was planned already. */
export async function firstOpenDay(db: Db, team: PlannedTeam, now: Instant): Promise<string> {
  const today = localDate(now, team.workTime.zone);
  const planned = await isPlanned(db, team.id, today.toString(), now);
  const first = planned ? today.add({ days: 1 }) : nextPlanningDay(now, team.workTime);
  return first.toString();
}
