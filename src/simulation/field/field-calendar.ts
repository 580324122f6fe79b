import { dayMs } from '#core/memory/forgetting-curve.ts';
import { officeHours, type WorkTime } from '#core/planning/calendar/work-time.ts';

/** Day 0 of every trial, a Monday. */
const firstDay = Temporal.PlainDate.from('2027-01-04');
const firstMorning = Date.parse('2027-01-04T07:30:00Z');

/** Public holidays, and a week in August and at the end of the year when nobody works; days of the trial. */
const freeDays: readonly number[] = [81, 84, 117, 137, 217, 218, 219, 220, 221, 302, 354, 355, 356, 357, 358];

/** The local date of a day. */
export function dateOf(day: number): string {
  return firstDay.add({ days: day }).toString();
}

/** When a morning is planned, in epoch milliseconds. */
export function morningOf(day: number): number {
  return firstMorning + day * dayMs;
}

/** Monday to Friday in UTC, without the free days; the same for all, so that every day's mail leaves that day. */
export const fieldWorkTime: WorkTime = {
  ...officeHours('Etc/UTC', '08:30'),
  freeDays: new Set(freeDays.map(dateOf)),
};

export function isFieldWorkday(day: number): boolean {
  return day % 7 < 5 && !freeDays.includes(day % 364);
}
