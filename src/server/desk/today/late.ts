import type { AssignmentProgress } from '../assignments.ts';

/** Longer ago than this nobody waits for it any more: it is withdrawn or forgotten. */
const lateFor = { days: 60 };

/** Assignments past their day that somebody has not answered, the longest overdue first; `on` is a local day. */
export function lateAssignments(assignments: readonly AssignmentProgress[], on: string): AssignmentProgress[] {
  const since = Temporal.PlainDate.from(on).subtract(lateFor).toString();
  return assignments
    .filter(
      ({ assignment, answered, total }) => assignment.due_on < on && assignment.due_on >= since && answered < total,
    )
    .toSorted((a, b) => (a.assignment.due_on < b.assignment.due_on ? -1 : 1));
}
