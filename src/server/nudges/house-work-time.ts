import type { WorkTime } from '#core/planning/calendar/work-time.ts';
import { teamWorkTime } from '#core/planning/calendar/work-time-of.ts';
import type { Db } from '#server/database/open-database.ts';

/** The working time of the first team, which stands for the house: nobody knows where a director is. `null` while there is no team. */
export async function houseWorkTime(db: Db): Promise<WorkTime | null> {
  const team = await db
    .selectFrom('team')
    .selectAll()
    .where('ended_on', 'is', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return team ? teamWorkTime(team) : null;
}
