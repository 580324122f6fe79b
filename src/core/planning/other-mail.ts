import { isEligible } from './eligibility.ts';
import type { PlannedAssignment, PlannedPerson } from './planner-types.ts';
import { paceOn } from './silence.ts';

/** Whether somebody may be mailed on a local day where mail that asks of no lesson counts as well; `otherDays` are its days, in any order. */
export function hasRoomFor(
  person: PlannedPerson,
  otherDays: readonly string[],
  assignments: readonly PlannedAssignment[],
  on: string,
): boolean {
  const past = [...person.past.map((nudge) => nudge.on), ...otherDays].sort().map((day) => ({ on: day }));
  const { leavesOn, unreachable, pausedUntil } = person;
  return isEligible({ leavesOn, unreachable, pausedUntil, past }, paceOn(person, assignments, on), on);
}
