import type { AssignmentForecast, ForecastOutcome } from '#desk/assignments.ts';

/** What the form holds, as text, complete or not. */
export type Draft = { team: string; module: string; due: string };

export type ForecastReply =
  | { kind: 'forecast'; forecast: AssignmentForecast }
  | { kind: 'problem'; sentence: string }
  | { kind: 'overtaken' };

export function isComplete(draft: Draft): boolean {
  return draft.team !== '' && draft.module !== '' && /^\d{4}-\d{2}-\d{2}$/.test(draft.due);
}

/** Sentences for what a draft may lack. */
export const forecastProblems = {
  'no-such-team': 'Choose one of the teams.',
  'no-such-module': 'Choose one of the modules.',
  'assigned-already': 'This module is assigned to this team already. Withdraw that first, on the overview.',
  'bad-date': 'Choose a due date between tomorrow and a year from now.',
} as const;

/** Asks the server to work a draft out. An aborted question is overtaken by a newer one, and says nothing. */
export async function requestForecast(draft: Draft, signal: AbortSignal): Promise<ForecastReply> {
  try {
    const reply = await fetch(`/desk/forecast.json?${new URLSearchParams(draft)}`, { signal });
    const outcome: ForecastOutcome = await reply.json();
    if (outcome.ok) return { kind: 'forecast', forecast: outcome.forecast };
    return { kind: 'problem', sentence: forecastProblems[outcome.reason] };
  } catch {
    if (signal.aborted) return { kind: 'overtaken' };
    return {
      kind: 'problem',
      sentence: 'The server did not answer. Your sign-in may have ended; load the page again.',
    };
  }
}
