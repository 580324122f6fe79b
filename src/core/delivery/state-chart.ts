export const messageStates = [
  'planned',
  'queued',
  'claimed',
  'sending',
  'accepted',
  'deferred',
  'failed',
  'unknown',
  'held',
  'cancelled',
  'expired',
  'bounced',
  'complained',
] as const;

export type MessageState = (typeof messageStates)[number];

/** Who takes a step: the sender's round, a worker with the claim, a later round that finds a claim left behind, whoever withdraws mail, the operator, or the reader of reports. */
export const movers = ['round', 'worker', 'recovery', 'withdrawal', 'operator', 'reports'] as const;

export type Mover = (typeof movers)[number];

type Step = { who: readonly Mover[]; why: string };

type StateEntry = {
  means: string;
  /** A final state is never left. */
  final: boolean;
  steps: Partial<Record<MessageState, Step>>;
};

const tooLate: Step = { who: ['round'], why: 'its use is over' };
const takenBack: Step = { who: ['withdrawal'], why: 'its reader or a trainer took it back, or the clock was ahead' };
const cameBack: Step = { who: ['reports'], why: 'a server reported that it did not arrive' };
const complainedOf: Step = { who: ['reports'], why: 'its reader called it spam' };

/**
 * Where a message may be, and every step it may take: docs/delivery-states.md is written from this (`npm run states`). `sending` is written before the
 * first byte of the body leaves, `accepted` only after the reply to the final dot; a crash or a lost connection between the two is `unknown`: SMTP
 * cannot tell which it was (RFC 1047).
 */
export const stateChart: Record<MessageState, StateEntry> = {
  planned: {
    means: 'It waits for its hour.',
    final: false,
    steps: {
      queued: { who: ['round'], why: 'its hour has come' },
      cancelled: takenBack,
      expired: tooLate,
    },
  },
  queued: {
    means: 'It waits for a free connection.',
    final: false,
    steps: {
      claimed: { who: ['worker'], why: 'a connection is free' },
      cancelled: takenBack,
      expired: tooLate,
    },
  },
  claimed: {
    means: 'One worker has it, for as long as its lease; nothing of it has left.',
    final: false,
    steps: {
      sending: { who: ['worker'], why: 'its bytes are written down and about to leave' },
      queued: { who: ['worker', 'recovery'], why: 'the run stops, or its worker is gone' },
      planned: { who: ['worker'], why: 'it is not an hour at which its reader is mailed' },
      cancelled: { who: ['worker'], why: 'its reader has left, paused, unsubscribed, or the address takes no mail' },
      expired: { who: ['worker'], why: 'by its reader’s next morning its use is over' },
      deferred: { who: ['worker'], why: 'it could not be written' },
    },
  },
  sending: {
    means: 'The server is being handed it.',
    final: false,
    steps: {
      accepted: { who: ['worker'], why: 'the server took it' },
      deferred: { who: ['worker'], why: 'the server refused it for now, or every mail' },
      failed: { who: ['worker'], why: 'the server refused it for good' },
      unknown: { who: ['worker', 'recovery'], why: 'no answer to its final dot was heard or written down' },
    },
  },
  accepted: {
    means: 'A server took it. Whether it arrived, only an answer tells.',
    final: false,
    steps: { bounced: cameBack, complained: complainedOf },
  },
  deferred: {
    means: 'It is tried again later.',
    final: false,
    steps: {
      queued: { who: ['round'], why: 'its wait is over' },
      cancelled: takenBack,
      expired: tooLate,
      // A refusal of an address is put off first, and is final once its run shows that the server knew the others.
      failed: { who: ['worker'], why: 'the refusal of its address is believed' },
    },
  },
  failed: { means: 'The server refused it for good.', final: true, steps: {} },
  unknown: {
    means: 'It was begun, and nobody knows whether the server took it.',
    final: false,
    steps: {
      queued: {
        who: ['round', 'operator'],
        why: 'it is sent once more: by policy, and the first time, or by the operator',
      },
      accepted: { who: ['operator'], why: 'it arrived' },
      cancelled: { who: ['operator'], why: 'it never arrived' },
      held: { who: ['round'], why: 'the policy is to hold, it is the second time, or it is too late to resend' },
      bounced: cameBack,
      complained: complainedOf,
    },
  },
  held: {
    means: 'Nobody knows whether the server took it, and the operator settles it.',
    final: false,
    steps: {
      accepted: { who: ['operator'], why: 'it arrived' },
      queued: { who: ['operator'], why: 'it is sent once more' },
      cancelled: { who: ['operator'], why: 'it never arrived' },
      bounced: cameBack,
      complained: complainedOf,
    },
  },
  cancelled: { means: 'It was not sent after all.', final: true, steps: {} },
  expired: { means: 'It did not leave in time.', final: true, steps: {} },
  bounced: { means: 'A server took it, and reported later that it did not arrive.', final: true, steps: {} },
  complained: { means: 'It arrived, and its reader called it spam.', final: true, steps: {} },
};
