import { nextAssigned } from '#core/planning/next-assigned.ts';
import type { Addition } from '#server/nudges/plan-addition.ts';

/** What an assignment brings today, when it was made or somebody was reminded of it after the day was planned. */
export function additionOfAssignments(ids: ReadonlySet<number>): Addition {
  return {
    lessons: (lessons, team) => {
      const assigned = new Set(team.assignments.filter(({ id }) => ids.has(id)).flatMap(({ lessonIds }) => lessonIds));
      return lessons.filter(({ id }) => assigned.has(id));
    },
    mayGet: (person, team, on) => ids.has(nextAssigned(person, team.assignments, on)?.assignmentId ?? 0),
    isDueTo: ({ explanation }) => explanation.assignmentId !== null && ids.has(explanation.assignmentId),
  };
}
