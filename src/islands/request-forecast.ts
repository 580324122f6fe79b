import type { Words } from '#i18n/words.ts';
import type { AssignmentForecast, ForecastOutcome } from '#server/desk/forecast-assignment.ts';

/** What the form holds, as text, complete or not. */
export type Draft = { team: string; module: string; due: string };

export type ForecastReply =
  | { kind: 'forecast'; forecast: AssignmentForecast }
  | { kind: 'problem'; problem: keyof Words['desk']['assign']['problems'] }
  | { kind: 'overtaken' };

export function isComplete(draft: Draft): boolean {
  return draft.team !== '' && draft.module !== '' && /^\d{4}-\d{2}-\d{2}$/.test(draft.due);
}

/** Asks the server to work a draft out. An aborted question is overtaken by a newer one, and says nothing. */
export async function requestForecast(draft: Draft, signal: AbortSignal): Promise<ForecastReply> {
  try {
    const reply = await fetch(`/desk/forecast.json?${new URLSearchParams(draft)}`, { signal });
    const outcome: ForecastOutcome = await reply.json();
    if (outcome.ok) return { kind: 'forecast', forecast: outcome.forecast };
    return { kind: 'problem', problem: outcome.reason };
  } catch {
    if (signal.aborted) return { kind: 'overtaken' };
    return { kind: 'problem', problem: 'no-reply' };
  }
}
