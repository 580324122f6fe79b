/** How a lesson was met on a day. */
export type Meeting = {
  /** Whether it was recalled before the mail told it again. */
  recalled: boolean;
  /** What the meeting is, as a share of answering a question: less than 1 for reading. */
  share: number;
};

/** What one person truly holds of one lesson. Unlike a chain it has no states: it is a function of the days on which the lesson was met. */
export type Trace = {
  /** Chance of recalling on a day, 0 to 1. */
  recallOn: (day: number) => number;
  /** What is held after one more meeting. */
  after: (day: number, meeting: Meeting) => Trace;
};

/** A memory before anything was met. `keeping` is the time that this person keeps this lesson, as a multiple of the usual one. */
export type FreshTrace = (keeping: number) => Trace;
