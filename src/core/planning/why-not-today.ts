import { hasLeft } from '#core/people/in-post.ts';
import { morningFor } from './calendar/planning-day.ts';
import { isEligible } from './eligibility.ts';
import { nextAssigned } from './next-assigned.ts';
import type { PlannedAssignment, PlannedPerson } from './planner-types.ts';
import { paceOn } from './silence.ts';

/** Why news does not reach somebody today, the first that holds; *others-first*: the team's mail of a day goes to those who gain more. */
export const notTodayReasons = [
  'left',
  'no-mail',
  'address',
  'not-about-them',
  'assigned-first',
  'had-mail',
  'off-hours',
  'others-first',
] as const;

export type NotTodayReason = (typeof notTodayReasons)[number];

type Today = { on: string; now: number; assignments: readonly PlannedAssignment[] };

/** Why somebody whom the planner did not choose for today was not; `isAbout` is whether any lesson of the news is for them. */
export function whyNotToday(person: PlannedPerson, isAbout: boolean, { on, now, assignments }: Today): NotTodayReason {
  if (hasLeft(person.leavesOn, on)) return 'left';
  if (person.unreachable === 'refused') return 'address';
  if (person.unreachable || (person.pausedUntil !== null && on <= person.pausedUntil)) return 'no-mail';
  if (!isAbout) return 'not-about-them';
  if (nextAssigned(person, assignments, on)) return 'assigned-first';
  if (!isEligible(person, paceOn(person, assignments, on), on)) return 'had-mail';
  return isTheirDay(person, on, now) ? 'others-first' : 'off-hours';
}

function isTheirDay({ workTime }: PlannedPerson, on: string, now: number): boolean {
  return morningFor(Temporal.PlainDate.from(on), now, workTime).day.toString() === on;
}
