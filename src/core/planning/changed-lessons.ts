import { type AssignedPerson, type AssignmentStanding, standingOf } from './assignment-standing.ts';

/** What changes of an assignment's lessons. */
export type LessonChange = { added: readonly string[]; taken: readonly string[] };

/** From the lessons that an assignment has to those that it is to have. */
export function changeBetween(now: readonly string[], wished: readonly string[]): LessonChange {
  return {
    added: wished.filter((id) => !now.includes(id)),
    taken: now.filter((id) => !wished.includes(id)),
  };
}

/** How a change of lessons meets one person. */
export type LessonEffect = {
  before: AssignmentStanding;
  after: AssignmentStanding;
  /** Added lessons that will be mailed to them, and those that they have answered since it was assigned. */
  toCome: string[];
  met: string[];
  /** Lessons that no longer count for them; one that they answered still does. */
  spared: string[];
};

/** `lessons` are those that count for them now; what they answered is known of added lessons too. Pure. */
export function effectOf(
  person: AssignedPerson,
  lessons: readonly string[],
  { added, taken }: LessonChange,
  days: { dueOn: string; today: string },
): LessonEffect {
  const spared = lessons.filter((id) => taken.includes(id) && !person.answered.has(id));
  const after = [...lessons.filter((id) => !spared.includes(id)), ...added.filter((id) => !lessons.includes(id))];
  return {
    before: standingOf(person, lessons, days),
    after: standingOf(person, after, days),
    toCome: added.filter((id) => !person.sent.has(id)),
    met: added.filter((id) => person.answered.has(id)),
    spared,
  };
}
