import { type ChosenTimes, nothingChosen } from './chosen-times.ts';
import { type QuietHours, usualQuietHours } from './quiet-hours.ts';
import { type ShiftPattern, shiftOn } from './shift-pattern.ts';
import { mondayToFriday, type WorkingWeek } from './working-week.ts';
import { hasDay } from './zone-clock.ts';

/** A set of local dates, as 2026-11-23. */
export type Days = { has: (date: string) => boolean };

/** When a person or team works, where they are. */
export type WorkTime = {
  zone: string;
  /** Wished local time of mail, as 08:30; twelve hours later on night shifts. */
  at: string;
  week: WorkingWeek;
  /** Replaces the week. */
  shifts: ShiftPattern | null;
  quiet: QuietHours;
  /** Public holidays; shifts go on through them. */
  freeDays: Days;
  /** Days that the working week leaves out and that are worked, in lieu of a holiday or by the firm's own word. */
  workedDays: Days;
  /** The firm's own: nobody works, on shifts neither. */
  closedDays: Days;
  /** What the person wishes within all this; of a team nothing. */
  chosen: ChosenTimes;
};

const noOwnDays = { workedDays: new Set<string>(), closedDays: new Set<string>() };

/** Monday to Friday without holidays, with the usual quiet hours. */
export function officeHours(zone: string, at: string): WorkTime {
  const asTheHouse = {
    shifts: null,
    quiet: usualQuietHours,
    ...noOwnDays,
    freeDays: new Set<string>(),
    chosen: nothingChosen,
  };
  return { zone, at, week: mondayToFriday, ...asTheHouse };
}

/** Whether work starts on this local day, and its mail is wanted. A night shift's day is the one on which it starts. */
export function isWorkingDay(day: Temporal.PlainDate, workTime: WorkTime): boolean {
  return isPlannedForWork(day, workTime) && hasDay(day, workTime.zone);
}

function isPlannedForWork(day: Temporal.PlainDate, workTime: WorkTime): boolean {
  const { week, shifts, freeDays, workedDays, closedDays, chosen } = workTime;
  const date = day.toString();
  if (closedDays.has(date)) return false;
  if (chosen.days && !chosen.days.has(day.dayOfWeek)) return false;
  if (shifts) return shiftOn(day, shifts) !== 'off';
  return workedDays.has(date) || (week.has(day.dayOfWeek) && !freeDays.has(date));
}
