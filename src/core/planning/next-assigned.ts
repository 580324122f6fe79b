import { assignedTo } from './assigned-to.ts';
import { localDaysBetween } from './calendar/calendar.ts';
import type { PlannedAssignment, PlannedPerson } from './planner-types.ts';

/** A reminder brings what waits for so long, whatever the due date: one mail of the slowest pace. */
export const reminderDays = 28;

export type NextAssigned = { lessonId: string; assignmentId: number; reminded: boolean };

/**
 * The first lesson of the module due soonest that this person has not been sent since it was assigned. To whoever was reminded of it, what they
 * left unanswered comes once more, even past the due date.
 */
export function nextAssigned(
  person: PlannedPerson,
  assignments: readonly PlannedAssignment[],
  on: string,
): NextAssigned | null {
  if (assignments.length === 0) return null;
  const open = assignedTo(person, assignments).filter((assignment) => isOpen(person, assignment, on));
  const bySoonest = open.sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.id - b.id);
  for (const assignment of bySoonest) {
    const remindedOn = remindedLately(person, assignment, on);
    const lessonId = assignment.lessonIds.find((id) => waits(person, id, assignment.from, remindedOn));
    if (lessonId) return { lessonId, assignmentId: assignment.id, reminded: remindedOn !== null };
  }
  return null;
}

function isOpen(person: PlannedPerson, assignment: PlannedAssignment, on: string): boolean {
  if (assignment.from > on) return false;
  return on <= assignment.dueOn || remindedLately(person, assignment, on) !== null;
}

/** The local day of their reminder, while it counts. */
function remindedLately({ id }: PlannedPerson, { remindedOn }: PlannedAssignment, on: string): string | null {
  const day = remindedOn.get(id);
  if (day === undefined || day > on) return null;
  return localDaysBetween(day, on) < reminderDays ? day : null;
}

function waits({ past }: PlannedPerson, lessonId: string, from: string, remindedOn: string | null): boolean {
  const since = past.filter((nudge) => nudge.lessonId === lessonId && nudge.on >= from);
  if (since.length === 0) return true;
  return remindedOn !== null && since.every(({ answer, on }) => answer === null && on < remindedOn);
}
