import { type ShiftPattern, shiftOn } from './shift-pattern.ts';
import { isTimeOfDay, minutesOf } from './time-of-day.ts';
import type { WorkTime } from './work-time.ts';
import { parseWorkingWeek, type WorkingWeek } from './working-week.ts';

/** Hours from one local time to another, over midnight where `until` is not after `from`. They may lie in the quiet hours: nobody else asked for those. */
export type ChosenHours = { from: string; until: string };

/** When somebody wants their mail, by their own word; `null` is whenever the house sends it. */
export type ChosenTimes = { days: WorkingWeek | null; hours: ChosenHours | null };

export const nothingChosen: ChosenTimes = { days: null, hours: null };

/** So that mail that waits its turn in the queue still finds them, and no clock change swallows all of it. */
export const leastHours = 2;

const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const midnight = 24 * 60;

/** Days and hours as the store keeps them: `tue,thu` and `10:00-16:00`. */
export function chosenTimesOf(days: string | null, hours: string | null): ChosenTimes {
  const week = days === null ? null : parseWorkingWeek(days);
  const [from = '', until = ''] = hours?.split('-') ?? [];
  return {
    days: week?.ok ? week.week : null,
    hours: isTimeOfDay(from) && isTimeOfDay(until) ? { from, until } : null,
  };
}

export function daysAsText(days: WorkingWeek): string {
  return dayNames.filter((_, index) => days.has(index + 1)).join(',');
}

/** How long hours last, in minutes; a day when both ends are one. */
export function minutesIn({ from, until }: ChosenHours): number {
  const length = minutesOf(until) - minutesOf(from);
  return length > 0 ? length : length + midnight;
}

export function runsOverMidnight({ from, until }: ChosenHours): boolean {
  return until <= from;
}

/**
 * Working time within somebody's choice: of the days that the house works, those they chose. Their word outlasts a change of the house's: where none
 * of their days is worked any more, their mail comes on their days all the same, rather than never or on a day that they did not want.
 */
export function withinChoice(workTime: WorkTime, chosen: ChosenTimes): WorkTime {
  const { days } = chosen;
  if (days === null || sharesDay(workTime, days)) return { ...workTime, chosen };
  return { ...workTime, week: days, shifts: null, chosen };
}

/** Whether any of these days is worked, week in, week out or in some week of the shifts. */
export function sharesDay({ week, shifts }: Pick<WorkTime, 'week' | 'shifts'>, days: WorkingWeek): boolean {
  return shifts ? shiftsMeet(shifts, days) : !week.isDisjointFrom(days);
}

/** A cycle of whole weeks meets the same days of the week for ever; any other meets all of them in turn. */
function shiftsMeet(pattern: ShiftPattern, days: WorkingWeek): boolean {
  const { cycle, from } = pattern;
  if (cycle.length % 7 !== 0) return true;
  return cycle.some((_, ahead) => {
    const day = from.add({ days: ahead });
    return shiftOn(day, pattern) !== 'off' && days.has(day.dayOfWeek);
  });
}
