import { latestPlausible } from './calendar/clock.ts';
import type { PlannedPerson } from './planner-types.ts';

/** A person with a past that has been: what a clock that was ahead planned counts neither as mail nor as a meeting. */
export function withoutPlansAhead(person: PlannedPerson, now: number): PlannedPerson {
  const latest = latestPlausible(now);
  const past = person.past.filter(({ plannedAt = now }) => plannedAt <= latest);
  return past.length === person.past.length ? person : { ...person, past };
}
