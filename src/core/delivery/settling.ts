import type { MessageState } from './message-state.ts';

/** What an operator may say of a message whose fate nobody knows, and the state it takes by that. */
export const settledAs = {
  /** It arrived: the mail server's log or its reader says so. */
  accepted: 'accepted',
  /** Send it once more: whoever got it already gets it twice. */
  resend: 'queued',
  /** It never arrived, and need not any more. */
  cancel: 'cancelled',
} as const satisfies Record<string, MessageState>;

export type Settling = keyof typeof settledAs;
