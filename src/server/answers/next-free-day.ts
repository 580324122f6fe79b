import { nextWorkingDay } from '#core/planning/calendar/calendar.ts';
import type { WorkTime } from '#core/planning/calendar/work-time.ts';
import type { Db } from '#server/database/open-database.ts';
import { isDayFree } from './day-taken.ts';

/** The first day from `from` on which the person works and has no nudge that still stands. */
export async function nextFreeDay(
  db: Db,
  personId: number,
  from: Temporal.PlainDate,
  workTime: WorkTime,
): Promise<Temporal.PlainDate> {
  let day = nextWorkingDay(from, workTime);
  while (!(await isDayFree(db, personId, day.toString()))) day = nextWorkingDay(day.add({ days: 1 }), workTime);
  return day;
}
