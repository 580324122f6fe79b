import type { Fields } from './fields.ts';

/** A mail that came to the address for reports, taken apart. */
export type Report = {
  /** Who sent it, by the envelope: '' is the null sender, by which machines report; null where nobody knows. */
  sender: string | null;
  header: Fields;
  /** What it says in words, without the mail it returns. */
  text: string;
  /** Blocks of message/delivery-status (RFC 3464), or null. */
  delivery: readonly Fields[] | null;
  /** Fields of message/disposition-notification (RFC 8098), or null. */
  disposition: Fields | null;
  /** Fields of message/feedback-report (RFC 5965), or null. */
  feedback: Fields | null;
};

/**
 * What a report comes to. *hard*: the address is not there. *soft*: not now, or full. *policy*: not wanted or not allowed, which is no fault of the
 * address. *delayed*: still being tried, it says. *relayed*: passed on or delivered. *refusal*: the reader's own rules refuse our mail.
 * *complaint*: the reader called it spam. *auto-reply*: somebody is away. *unreadable*: a report that says nothing we know.
 */
export const reportVerdicts = [
  'hard',
  'soft',
  'policy',
  'delayed',
  'relayed',
  'refusal',
  'complaint',
  'auto-reply',
  'unreadable',
] as const;

export type ReportVerdict = (typeof reportVerdicts)[number];

/** `reply` is what the server said, or else the words it was judged by. */
export type Judgement = { verdict: ReportVerdict; reply: string };
