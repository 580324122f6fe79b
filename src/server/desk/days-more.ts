import { localDaysBetween } from '#core/planning/calendar/calendar.ts';

/** Last day of everything that was asked for, or `null` when some of it does not fit. */
export type FitsBy = (dueOn: string) => Promise<string | null>;

/** How far past the wished date is looked, in days; each look is longer than the one before. */
const looks = [28, 84, 252];

/**
 * How many days after `dueOn` the due date would have to lie for everything to fit; `null` when three quarters of a year would not do.
 * The planner is asked again with the date found, because a later date can let other modules go first.
 */
export async function daysMoreNeeded(dueOn: string, fitsBy: FitsBy): Promise<number | null> {
  const daysFrom = (day: string) => localDaysBetween(dueOn, day);
  for (const days of looks) {
    const last = await fitsBy(plusDays(dueOn, days));
    if (last !== null) return daysFrom((await fitsBy(last)) ?? plusDays(dueOn, days));
  }
  return null;
}

function plusDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}
