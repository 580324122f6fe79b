import type { MessageState } from './message-state.ts';

/** States from which a message may leave, or leave once more. */
export const mayStillLeave = [
  'planned',
  'queued',
  'claimed',
  'deferred',
  'sending',
  'unknown',
  'held',
] as const satisfies readonly MessageState[];

export type Standing = { state: MessageState; attempt: number };

/** Whether one copy of a message has come further than another: each claim counts an attempt, and within one a message goes one way. */
export function hasComeFurther(one: Standing, other: Standing): boolean {
  if (one.attempt !== other.attempt) return one.attempt > other.attempt;
  return placeWithinAttempt(one.state) > placeWithinAttempt(other.state);
}

function placeWithinAttempt(state: MessageState): number {
  switch (state) {
    case 'planned':
    case 'queued':
    case 'claimed':
      return 0;
    case 'sending':
      return 1;
    case 'deferred':
    case 'unknown':
      return 2;
    case 'held':
      return 3;
    case 'bounced':
    case 'complained':
      return 5;
    default:
      return 4;
  }
}
