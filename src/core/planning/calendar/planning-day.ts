import { localDate, nextWorkingDay } from './calendar.ts';
import { runsOverMidnight } from './chosen-times.ts';
import { mailInstant, mailWindow } from './mail-window.ts';
import type { WorkTime } from './work-time.ts';

/** The working day whose mail is planned at `now`: the first one whose mail can still go. */
export function planningDay(now: number, workTime: WorkTime): Temporal.PlainDate {
  const today = localDate(now, workTime.zone);
  return firstStillOpen(mayRunOverMidnight(workTime) ? today.subtract({ days: 1 }) : today, now, workTime);
}

/** Only mail of a night shift, or of nights that somebody chose, may go after midnight. */
function mayRunOverMidnight({ shifts, chosen }: WorkTime): boolean {
  return chosen.hours ? runsOverMidnight(chosen.hours) : shifts !== null;
}

/** Whether the mail of the planning day is due, so for one span of every working day. */
export function planningTimeHasCome(now: number, workTime: WorkTime): boolean {
  return now >= mailInstant(planningDay(now, workTime), workTime);
}

/** The local day on which mail comes to somebody, and when it is due (epoch milliseconds). */
export type Morning = { day: Temporal.PlainDate; dueAt: number };

/**
 * When mail planned at `now` for the day `on` of a team reaches somebody of it: on that day if they work then and it is still worth it where
 * they are, otherwise on their next working day. Colleagues far east of their team have their evening when it plans.
 */
export function morningFor(on: Temporal.PlainDate, now: number, workTime: WorkTime): Morning {
  const day = firstStillOpen(on, now, workTime);
  return { day, dueAt: Math.max(mailInstant(day, workTime), now) };
}

/** When mail that is ready at `now` may leave for somebody: at once while their mail may come, otherwise on their next morning, wherever its team is. */
export function nextMorning(now: number, workTime: WorkTime): Morning {
  const day = planningDay(now, workTime);
  return { day, dueAt: Math.max(mailInstant(day, workTime), now) };
}

function firstStillOpen(from: Temporal.PlainDate, now: number, workTime: WorkTime): Temporal.PlainDate {
  let day = nextWorkingDay(from, workTime);
  while (now >= mailWindow(day, workTime).until) day = nextWorkingDay(day.add({ days: 1 }), workTime);
  return day;
}
