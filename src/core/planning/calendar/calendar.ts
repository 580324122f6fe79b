import { AppError } from '#core/errors/app-error.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { isWorkingDay, type WorkTime } from './work-time.ts';
import { dateAt, instantAt } from './zone-clock.ts';

/** A person or team's mail time and place. */
export type LocalTime = { zone: string; at: string };

/** The local date in `zone` at `now` (epoch milliseconds). */
export function localDate(now: number, zone: string): Temporal.PlainDate {
  return dateAt(now, zone);
}

/** Nobody is free for so long; holidays of a decade leave most of every week. Of days that somebody chose, as many in turn. */
const longestFreeDays = 400;

/** The next day on or after `day` on which a person or team works. */
export function nextWorkingDay(day: Temporal.PlainDate, workTime: WorkTime): Temporal.PlainDate {
  const longest = longestFreeDays * turnOfDays(workTime);
  for (let ahead = 0; ahead <= longest; ahead += 1) {
    const candidate = day.add({ days: ahead });
    if (isWorkingDay(candidate, workTime)) return candidate;
  }
  throw new AppError('NO_WORKING_DAY', { day: day.toString(), days: longest });
}

/** In how many days at most a chosen day of the week is worked once: seven, or on shifts as long as the two take to meet. */
function turnOfDays({ chosen, shifts }: WorkTime): number {
  return chosen.days === null ? 1 : 7 * (shifts?.cycle.length ?? 1);
}

/**
 * The instant (epoch milliseconds) of `at` (`08:30`) on a local day. A time that a clock change skips moves later, one that
 * occurs twice is taken at its first occurrence, so that every local day has exactly one.
 */
export function instantOf(day: Temporal.PlainDate, { zone, at }: LocalTime): number {
  return instantAt(day.toPlainDateTime(at), zone);
}

/**
 * Days from one local date (ISO text) to another; negative when `to` is earlier. Whole days of UTC stand for those of any calendar day: a
 * plan asks this many times for each person, and making two dates each time takes ten times as long.
 */
export function localDaysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / dayMs;
}

/** Local days from `from` to a date somebody typed; `null` when what they typed is no date of the calendar. */
export function daysUntilTyped(from: string, typed: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) return null;
  try {
    return localDaysBetween(from, Temporal.PlainDate.from(typed).toString());
  } catch {
    return null;
  }
}
