/** What became of a decision that was asked for. *withdrawn*: it is asked no more, and stands in no brief. */
export const decisionOutcomes = ['asked', 'taken', 'refused', 'put-off', 'withdrawn'] as const;

export type DecisionOutcome = (typeof decisionOutcomes)[number];

/** What a board is asked, as it was typed. `programmes`: ids of those that would pay for part of it. */
export type DecisionDraft = {
  ask: string;
  cost: string;
  opportunity: string;
  programmes: readonly string[];
  /** Whoever asks says that none was found, rather than leave it open. */
  noProgramme: boolean;
  deadline: string;
  owner: string;
};

export type DecisionField = 'ask' | 'cost' | 'opportunity' | 'programmes' | 'deadline' | 'owner';

/** *empty*: it has to be said. *long*: there is no room for it on two pages. *bad-date*: no day. */
export type DecisionFault = 'empty' | 'long' | 'bad-date';

export const longestDecisionText = 200;
export const longestOwner = 80;

/** What is wrong with a decision, by field. One without its cost or without its opportunity is none: a board cannot weigh it. Pure. */
export function decisionFaults(draft: DecisionDraft): Map<DecisionField, DecisionFault> {
  const faults = new Map<DecisionField, DecisionFault>();
  for (const [field, most] of [
    ['ask', longestDecisionText],
    ['cost', longestDecisionText],
    ['opportunity', longestDecisionText],
    ['owner', longestOwner],
  ] as const) {
    if (draft[field].trim() === '') faults.set(field, 'empty');
    else if (draft[field].length > most) faults.set(field, 'long');
  }
  if (draft.programmes.length === 0 && !draft.noProgramme) faults.set('programmes', 'empty');
  if (draft.deadline !== '' && !isDay(draft.deadline)) faults.set('deadline', 'bad-date');
  return faults;
}

/** Whether a text is a local day, `2026-11-30`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}
