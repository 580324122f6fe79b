import { localDaysBetween } from '../planning/calendar/calendar.ts';

/** Article 24 of the Critical Raw Materials Act: every three years. */
const yearsBetween = 3;

/** From when on a coming test is spoken of: a run takes a quarter, and suppliers take as long to answer. */
const soonDays = 180;

/** The ISO day three years after another; of 29 February, 28 February. Pure. */
export function dueAfter(finishedOn: string): string {
  return Temporal.PlainDate.from(finishedOn).add({ years: yearsBetween }).toString();
}

/** Where the clock stands on an ISO day, and how many days are left; with `overdue`, how many too late. */
export type ClockState = { state: 'running' | 'soon' | 'overdue'; days: number };

export function clockOn(dueOn: string, on: string): ClockState {
  const left = localDaysBetween(on, dueOn);
  if (left < 0) return { state: 'overdue', days: -left };
  return { state: left <= soonDays ? 'soon' : 'running', days: left };
}
