import type { AssignmentStanding } from './assignment-standing.ts';
import { localDaysBetween } from './calendar/calendar.ts';

/** Nobody is reminded of one assignment more often than this, in local days. */
export const reminderGapDays = 7;

type Reminded = {
  standing: AssignmentStanding;
  /** Lessons that were sent and not answered: what has not come yet comes by itself while there is time. */
  waiting: number;
  /** Lessons that never came, though the due date is over. */
  neverCame: number;
  remindedOn: string | null;
};

/** Whether somebody may be reminded on `today`: something waits for them, mail reaches them, and they were not reminded lately. */
export function mayBeReminded({ standing, waiting, neverCame, remindedOn }: Reminded, today: string): boolean {
  if (remindedOn !== null && localDaysBetween(remindedOn, today) < reminderGapDays) return false;
  if (standing === 'on-the-way') return waiting > 0;
  return standing === 'late' && waiting + neverCame > 0;
}
