/** The way of a report, in its order: each step is dated, with who took it and what came of it. */
export const reportSteps = [
  'received',
  'strip-split',
  'triage',
  'refuse-check',
  'call-back',
  'de-identify',
  'second-reader',
  'reporter-agrees',
  'publish',
  'tell-back',
  'strip-deleted',
] as const;

export type ReportStep = (typeof reportSteps)[number];

/** What may come of a step. */
export const stepOutcomes = [
  'done',
  'urgent',
  'can-wait',
  'clean',
  'reached',
  'not-reached',
  'not-wanted',
  'could-name',
  'could-not',
  'agreed',
  'asked-for-change',
] as const;

export type StepOutcome = (typeof stepOutcomes)[number];

/** As what a report is closed. A *signal* is counted and never told as a case. */
export const closings = ['case', 'signal', 'withdrawn'] as const;

export type Closing = (typeof closings)[number];
