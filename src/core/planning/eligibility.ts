import { hasLeft } from '#core/people/in-post.ts';
import { localDaysBetween } from './calendar/calendar.ts';
import { leastGapDays, mostInSevenDays, type Pace } from './pace.ts';
import type { PlannedPerson } from './planner-types.ts';

/** What decides whether somebody may be mailed; `past` is oldest first. */
export type MailedPerson = Pick<PlannedPerson, 'leavesOn' | 'unreachable' | 'pausedUntil'> & {
  past: readonly { on: string }[];
};

/** Whether a person is eligible for mail on a local day: in the team, reachable, not on a pause, and not mailed too lately for `pace`. */
export function isEligible(person: MailedPerson, pace: Pace, on: string): boolean {
  if (hasLeft(person.leavesOn, on)) return false;
  if (person.unreachable) return false;
  if (person.pausedUntil && on <= person.pausedUntil) return false;
  const last = person.past.at(-1);
  if (last && localDaysBetween(last.on, on) < leastGapDays[pace]) return false;
  const oldestOfWeek = person.past.at(-mostInSevenDays);
  return !oldestOfWeek || localDaysBetween(oldestOfWeek.on, on) >= 7;
}
