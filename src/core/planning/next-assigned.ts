import type { PlannedAssignment, PlannedPerson } from './planner-types.ts';

/** The first lesson of the module due soonest that this person has not been sent since it was assigned. */
export function nextAssigned(
  person: PlannedPerson,
  assignments: readonly PlannedAssignment[],
  on: string,
): { lessonId: string; assignmentId: number } | null {
  const open = assignments.filter((assignment) => assignment.from <= on && on <= assignment.dueOn);
  const bySoonest = [...open].sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.id - b.id);
  for (const assignment of bySoonest) {
    const lessonId = assignment.lessonIds.find(
      (id) => !person.past.some((past) => past.lessonId === id && past.on >= assignment.from),
    );
    if (lessonId) return { lessonId, assignmentId: assignment.id };
  }
  return null;
}
