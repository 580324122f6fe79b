import { localDaysBetween } from './calendar/calendar.ts';
import { asksForStep, type NudgeKind } from './nudge-kinds.ts';
import type { PastNudge } from './planner-types.ts';
import { ignoredInRow, isIgnored, mostIgnored } from './silence.ts';

/** A lesson rests at least this long before it is asked again: below it a question measures the last mail, not memory (Cepeda 2008: 5 to 10 % of the wished-for interval). */
export const leastRestDays = 14;

/** Whoever promised a step is asked about it after a week: time to have done it, short of having forgotten it. */
const promiseRestDays = 7;

/**
 * How often a comparison comes: in the second meeting of a lesson, when its first case is still known, and every fourth after it, about a
 * quarter of its nudges. Two cases compared carry a rule over to new cases about three times as often as the same two read apart
 * (Loewenstein, Thompson, Gentner 1999).
 */
const round = 4;
const comparisonTurn = 1;

/** The step is offered once the rule has been met in a case and a comparison: a step without the reason behind it is an order. */
const meetingsBeforeStep = 2;

/**
 * The forms in which a lesson may be met next, from its nudges so far: none while it rests, and none any more once it was let lie twice in a
 * row. What was let lie was not met: the form follows what was answered or read. Where there are two, the planner takes the one
 * that gains more, so that a step nobody needs does not keep a lesson from being asked. `mayRest` is false when somebody asked for the lesson.
 */
export function wantedForms(past: readonly PastNudge[], on: string, mayRest: boolean): NudgeKind[] {
  const last = past.at(-1);
  if (!last) return ['case'];
  const rested = localDaysBetween(last.on, on);
  const followUp: NudgeKind[] = isPromise(last) && rested >= promiseRestDays ? ['did-you'] : [];
  if (mayRest && !hasRested(past, rested)) return followUp;
  const met = past.filter((nudge) => !isIgnored(nudge));
  const meetings = met.filter(({ kind }) => !asksForStep(kind)).length;
  if (meetings === 0) return [...followUp, 'case'];
  const question: NudgeKind = meetings % round === comparisonTurn ? 'compare' : 'recall';
  const step: NudgeKind[] =
    meetings >= meetingsBeforeStep && !past.some(({ kind }) => kind === 'apply') ? ['apply'] : [];
  return [...followUp, ...step, question];
}

/** Each nudge let lie doubles the rest of its lesson. */
function hasRested(past: readonly PastNudge[], rested: number): boolean {
  const ignored = ignoredInRow(past);
  return ignored < mostIgnored && rested >= leastRestDays * 2 ** ignored;
}

function isPromise({ kind, answer }: PastNudge): boolean {
  return kind === 'apply' && answer === 'will';
}
