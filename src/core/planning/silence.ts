import { nextAssigned } from './next-assigned.ts';
import { leastGapDays, type Pace } from './pace.ts';
import type { PastNudge, PlannedAssignment, PlannedPerson } from './planner-types.ts';

/** Mails of a lesson that may be left unanswered before it is sent no more: whoever let it lie twice has answered. */
export const mostIgnored = 2;

/**
 * The pace at which mail goes on after so many in a row were left unanswered: two, and it comes every fortnight at most; three, and it comes
 * monthly. Somebody weekly who never answers gets eight mails in half a year. Each reminder costs goodwill (Damgaard & Gravert 2018), and a question nobody answers teaches little.
 */
const slowerPaces = [
  { unanswered: 3, pace: 'monthly' },
  { unanswered: 2, pace: 'fortnightly' },
] as const satisfies readonly { unanswered: number; pace: Pace }[];

/** Nudges in a row that are looked at: more silence changes no pace. */
export const mostSilence = Math.max(...slowerPaces.map(({ unanswered }) => unanswered));

/** Whether somebody let a nudge lie: neither answered it nor said that they had read it. */
export function isIgnored({ answer, read }: PastNudge): boolean {
  return answer === null && !read;
}

/** How many of the newest nudges were let lie, one after another. */
export function ignoredInRow(past: readonly PastNudge[]): number {
  const lastHeeded = past.findLastIndex((nudge) => !isIgnored(nudge));
  return past.length - 1 - lastHeeded;
}

/** The pace that holds for somebody now: the one they chose, slowed while they let mail lie that came after they chose it. */
export function paceNow({ pace, paceChosenOn, past }: Pick<PlannedPerson, 'pace' | 'paceChosenOn' | 'past'>): Pace {
  const since = paceChosenOn === null ? past : past.filter(({ on }) => on >= paceChosenOn);
  const unanswered = ignoredInRow(since);
  const slowed = slowerPaces.find((step) => unanswered >= step.unanswered)?.pace ?? pace;
  return leastGapDays[slowed] > leastGapDays[pace] ? slowed : pace;
}

/** The pace to which somebody's silence has slowed the one they chose; null while it has not. */
export function slowedTo(person: PlannedPerson): Pace | null {
  const pace = paceNow(person);
  return pace === person.pace ? null : pace;
}

/** The pace at which somebody may be mailed today. A trainer's word goes before silence: what is assigned comes at the pace they chose. */
export function paceOn(person: PlannedPerson, assignments: readonly PlannedAssignment[], on: string): Pace {
  return nextAssigned(person, assignments, on) ? person.pace : paceNow(person);
}
