import { hasLeft } from '#core/people/in-post.ts';
import { nextWorkingDay } from './calendar/calendar.ts';
import type { WorkTime } from './calendar/work-time.ts';

/** How somebody stands with what was assigned to them. *away*: no mail reaches them now, so that they are not late by their own doing. */
export const assignmentStandings = ['done', 'on-the-way', 'late', 'away', 'left'] as const;

export type AssignmentStanding = (typeof assignmentStandings)[number];

/** What is known of one person and one assignment. */
export type AssignedPerson = {
  workTime: WorkTime;
  /** Last day in post; null while it is not known. */
  leavesOn: string | null;
  /** Whether mail may reach them at all on the day of looking. */
  getsMail: boolean;
  /** Lessons of the assignment that they were sent since, and that they answered. */
  sent: ReadonlySet<string>;
  answered: ReadonlySet<string>;
};

/**
 * The lessons that count for somebody: those that were assigned, without those that the library has lost before they answered. So nobody answers
 * more than there is, and nobody waits for what can never come.
 */
export function lessonsThatCount(
  assigned: readonly string[],
  sendable: ReadonlySet<string>,
  answered: ReadonlySet<string>,
): string[] {
  return assigned.filter((id) => sendable.has(id) || answered.has(id));
}

/** The last day on which somebody is in time: the due date, or where they do not work on it, their next working day, as the law counts a deadline. */
export function lastDayInTime(dueOn: string, workTime: WorkTime): string {
  return nextWorkingDay(Temporal.PlainDate.from(dueOn), workTime).toString();
}

/** How somebody stands on `today`, a day of their own zone, with so many lessons that count. */
export function standingOf(
  person: AssignedPerson,
  lessons: readonly string[],
  { dueOn, today }: { dueOn: string; today: string },
): AssignmentStanding {
  if (hasLeft(person.leavesOn, today)) return 'left';
  if (lessons.every((id) => person.answered.has(id))) return 'done';
  if (!person.getsMail) return 'away';
  if (today <= dueOn) return 'on-the-way';
  return today > lastDayInTime(dueOn, person.workTime) ? 'late' : 'on-the-way';
}

/** How far people have come, of so many lessons; whoever left counts in neither. */
export type Counted = { people: number; done: number; late: number; sent: number; answered: number; total: number };

export type Standing = {
  standing: AssignmentStanding;
  lessons: readonly string[];
  sent: ReadonlySet<string>;
  answered: ReadonlySet<string>;
};

export function countStandings(all: readonly Standing[]): Counted {
  const counted: Counted = { people: 0, done: 0, late: 0, sent: 0, answered: 0, total: 0 };
  for (const { standing, lessons, sent, answered } of all) {
    if (standing === 'left') continue;
    counted.people += 1;
    counted.done += Number(standing === 'done');
    counted.late += Number(standing === 'late');
    counted.total += lessons.length;
    counted.sent += lessons.filter((id) => sent.has(id)).length;
    counted.answered += lessons.filter((id) => answered.has(id)).length;
  }
  return counted;
}
