import { localDaysBetween } from './calendar.ts';
import type { NudgeKind, PastNudge } from './world.ts';

/** A lesson rests at least this long before it is asked again: below it a question measures the last mail, not memory (Cepeda 2008: 5 to 10 % of the wished-for interval). */
export const leastRestDays = 14;

/** Whoever promised a step is asked about it after a week: time to have done it, short of having forgotten it. */
const promiseRestDays = 7;

/**
 * How often a comparison comes: in the third meeting of a lesson and every fourth after it, about a quarter of its nudges. Two cases
 * compared carry a rule over to new cases about three times as often as the same two read apart (Loewenstein, Thompson, Gentner 1999).
 */
const round = 4;
const comparisonTurn = 2;

/** The step comes once, when the rule has been met three times: a step without the reason behind it is an order. */
const stepMeeting = 3;

/** The form wanted for the next meeting of a lesson, from its meetings so far, or `null` while it rests. `resting` is waived when somebody asked for it. */
export function wantedForm(past: readonly PastNudge[], on: string, mayRest: boolean): NudgeKind | null {
  const last = past.at(-1);
  if (!last) return 'case';
  const rested = localDaysBetween(last.on, on);
  if (last.kind === 'apply' && last.answer === 'will') return rested >= promiseRestDays ? 'did-you' : null;
  if (mayRest && rested < leastRestDays) return null;
  const meetings = past.filter((nudge) => nudge.kind !== 'did-you').length;
  if (meetings % round === comparisonTurn) return 'compare';
  if (meetings === stepMeeting) return 'apply';
  return 'recall';
}
