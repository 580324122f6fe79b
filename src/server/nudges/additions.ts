import { isSignalled, type Signal } from '#core/exposure/signal.ts';
import { nextAssigned } from '#core/planning/next-assigned.ts';
import type { Addition } from './plan-addition.ts';

/** What assignments bring today, when they were made or somebody was reminded of them after the day was planned. */
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

/** What news brings today. Whoever has something assigned gets that first. */
export function additionOfSignal(signal: Signal): Addition {
  return {
    lessons: (lessons) =>
      lessons.filter((lesson) => lesson.cases.some((traits) => isSignalled(signal, lesson.id, traits))),
    mayGet: (person, team, on) => nextAssigned(person, team.assignments, on) === null,
    isDueTo: ({ explanation: { occasion } }) => occasion.kind === 'signal' && occasion.signalId === signal.id,
  };
}
