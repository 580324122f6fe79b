/**
 * Where a message is. `sending` is written before the first byte of the body leaves, `accepted` only after the reply to
 * the final dot; a crash or a lost connection between the two is `unknown`: SMTP cannot tell which it was (RFC 1047).
 */
export const messageStates = [
  'planned',
  'queued',
  'claimed',
  'sending',
  'accepted',
  'deferred',
  'failed',
  'unknown',
  'cancelled',
  'expired',
] as const;

export type MessageState = (typeof messageStates)[number];

/** Every step a message may take. A state without an entry is final. */
const steps: Record<MessageState, readonly MessageState[]> = {
  planned: ['queued', 'cancelled', 'expired'],
  queued: ['claimed', 'cancelled', 'expired'],
  claimed: ['sending', 'queued', 'planned', 'cancelled', 'expired', 'deferred'],
  sending: ['accepted', 'deferred', 'failed', 'unknown'],
  // A refusal for good is put off first, and is final once its run shows that the server knew the others.
  deferred: ['queued', 'cancelled', 'expired', 'failed'],
  // Sent again by policy, or settled by an operator (settling.ts).
  unknown: ['queued', 'accepted', 'cancelled', 'expired'],
  accepted: [],
  failed: [],
  cancelled: [],
  expired: [],
};

export function mayStep(from: MessageState, to: MessageState): boolean {
  return steps[from].includes(to);
}

export function isFinal(state: MessageState): boolean {
  return steps[state].length === 0;
}

/** Ends in which nobody got the message: it taught nothing, and its day may be planned anew. */
export const neverArrives = ['cancelled', 'failed', 'expired'] as const satisfies readonly MessageState[];

/** States from which a message may step to `to`; queries use it so that SQL and table cannot drift apart. */
export function statesBefore(to: MessageState): MessageState[] {
  return messageStates.filter((from) => mayStep(from, to));
}
