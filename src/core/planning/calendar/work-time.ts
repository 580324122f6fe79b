import { type QuietHours, usualQuietHours } from './quiet-hours.ts';
import { type ShiftPattern, shiftOn } from './shift-pattern.ts';
import { mondayToFriday, type WorkingWeek } from './working-week.ts';
import { hasDay } from './zone-clock.ts';

/** Which local dates, as 2026-11-23, are free. */
export type FreeDays = { has: (date: string) => boolean };

/** When a person or team works, where they are. */
export type WorkTime = {
  zone: string;
  /** Wished local time of mail, as 08:30; twelve hours later on night shifts. */
  at: string;
  week: WorkingWeek;
  /** Replaces the week. */
  shifts: ShiftPattern | null;
  quiet: QuietHours;
  /** Local dates, as 2026-11-23, on which nobody works; shifts go on through them. */
  freeDays: FreeDays;
};

/** Monday to Friday without holidays, with the usual quiet hours. */
export function officeHours(zone: string, at: string): WorkTime {
  return { zone, at, week: mondayToFriday, shifts: null, quiet: usualQuietHours, freeDays: new Set() };
}

/** Whether work starts on this local day. A night shift's day is the one on which it starts. */
export function isWorkingDay(day: Temporal.PlainDate, workTime: WorkTime): boolean {
  return isPlannedForWork(day, workTime) && hasDay(day, workTime.zone);
}

function isPlannedForWork(day: Temporal.PlainDate, { week, shifts, freeDays }: WorkTime): boolean {
  if (shifts) return shiftOn(day, shifts) !== 'off';
  return week.has(day.dayOfWeek) && !freeDays.has(day.toString());
}
