import { localDaysBetween } from '#core/planning/calendar/calendar.ts';
import type { Standing } from './standing.ts';

/** So long before a check is due its owner is asked, that a holiday makes nothing overdue. */
const askAheadDays = 14;

/** Whoever let the question lie is not asked the same again sooner: the desk shows it as overdue, and somebody can talk to them. */
const askAgainDays = 365;

/** Whether the owner of a safeguard is to be asked on a day if it is still kept; `askedOn` is when they were last. */
export function isAskDue({ status, overdue, dueOn }: Standing, askedOn: string | null, on: string): boolean {
  if (status === 'retired' || overdue === 'not-kept') return false;
  const from = Temporal.PlainDate.from(dueOn).subtract({ days: askAheadDays }).toString();
  if (on < from) return false;
  return askedOn === null || askedOn < from || localDaysBetween(askedOn, on) >= askAgainDays;
}

/** Whether it waits for its owner’s word, asked or not: what their page shows in front. */
export function awaitsOwner(standing: Standing, on: string): boolean {
  return isAskDue(standing, null, on);
}
