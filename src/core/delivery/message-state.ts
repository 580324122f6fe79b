import { type MessageState, messageStates, stateChart } from './state-chart.ts';

export { type MessageState, messageStates };

export function mayStep(from: MessageState, to: MessageState): boolean {
  return stateChart[from].steps[to] !== undefined;
}

export function isFinal(state: MessageState): boolean {
  return stateChart[state].final;
}

/** Ends in which nobody got the message: it taught nothing, and its day may be planned anew. */
export const neverArrives = ['cancelled', 'failed', 'expired', 'bounced'] as const satisfies readonly MessageState[];

/** A server took it, and nothing came back. Whether it arrived, only an answer tells. */
export const wentOut = ['accepted', 'complained'] as const satisfies readonly MessageState[];

/** States in which a message has not left and may be taken back: it waits for its hour, or for the next try. */
export const takenBackFrom = ['planned', 'queued', 'deferred'] as const satisfies readonly MessageState[];

/** States in which it is not known whether a message arrived. */
export const fateUnknown = ['unknown', 'held'] as const satisfies readonly MessageState[];

export function isFateUnknown(state: MessageState): boolean {
  return fateUnknown.some((each) => each === state);
}

/** States before `to`; queries use it so that SQL and table cannot drift apart. */
export function statesBefore(to: MessageState): MessageState[] {
  return messageStates.filter((from) => mayStep(from, to));
}
