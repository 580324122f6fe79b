import type { StatementState } from './statement.ts';

/** Days before its day from which on the owner of a statement is reminded. */
const reminderAheadDays = 14;

/** Once the day is past, a month later again: a letter each week is soon thrown away unread. */
const reminderAgainDays = 30;

/** Between the first and the one after the day, so that two do not come within a week. */
const reminderRestDays = 7;

export type RemindedStatement = { state: StatementState; dueOn: string | null; remindedOn: string | null };

/** Whether the owner of a statement is reminded on a local day: before its day, once after it, and then each month while it is not kept. */
export function isReminderDue({ state, dueOn, remindedOn }: RemindedStatement, today: string): boolean {
  if (state === 'comply' || dueOn === null || today < daysAfter(dueOn, -reminderAheadDays)) return false;
  if (remindedOn === null) return true;
  if (today <= dueOn) return false;
  return today >= daysAfter(remindedOn, remindedOn <= dueOn ? reminderRestDays : reminderAgainDays);
}

function daysAfter(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}
