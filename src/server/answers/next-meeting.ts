import { type Curve, dayMs, daysToCoolTo, type Memory } from '#core/memory/forgetting-curve.ts';
import { localDate, nextWorkingDay } from '#core/planning/calendar/calendar.ts';
import type { WorkTime } from '#core/planning/calendar/work-time.ts';
import { personWorkTime } from '#core/planning/calendar/work-time-of.ts';
import { leastRestDays } from '#core/planning/meeting-form.ts';
import type { Instant } from '#server/database/schema.ts';
import { readModel } from './fitted-model.ts';
import type { AnswerContext, OpenNudge } from './open-nudge.ts';

/** When a memory has cooled to this chance, asking again teaches most for one mail in the range a weekly pace can afford. */
const askAgainAt = 0.8;

/** The local day on or about which a lesson is likely to be asked again: a forecast, not a promise, because the team's other needs come into it. */
export function nextMeeting(curve: Curve, memory: Memory, workTime: WorkTime): Temporal.PlainDate {
  const days = Math.max(leastRestDays, daysToCoolTo(curve, memory.stability, askAgainAt));
  const instant = Math.round(memory.metAt + days * dayMs);
  return nextWorkingDay(localDate(instant, workTime.zone), workTime);
}

/** The day a lesson comes again on, or was to: whoever opens an old mail is told that it has passed. */
export type NextMeeting = { on: string; isAhead: boolean };

/** The same for the lesson of a nudge and the person it was sent to, on the day it is asked; `null` before the first answer. */
export async function nextMeetingFor(
  { db }: AnswerContext,
  { nudge, person }: OpenNudge,
  now: Instant,
): Promise<NextMeeting | null> {
  const row = await db
    .selectFrom('memory')
    .selectAll()
    .where('person_id', '=', person.id)
    .where('lesson_id', '=', nudge.lesson_id)
    .executeTakeFirst();
  if (!row) return null;
  const team = await db.selectFrom('team').selectAll().where('id', '=', person.team_id).executeTakeFirstOrThrow();
  const { curve } = await readModel(db);
  const workTime = personWorkTime(team, person);
  const on = nextMeeting(curve, { stability: row.stability, difficulty: row.difficulty, metAt: row.met_at }, workTime);
  const isAhead = Temporal.PlainDate.compare(on, localDate(now, workTime.zone)) > 0;
  return { on: on.toString(), isAhead };
}
