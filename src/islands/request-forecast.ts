import type { Words } from '#i18n/words.ts';
import type { AssignmentForecast, ForecastOutcome } from '#server/desk/forecast-assignment.ts';

/** What the form holds, as text, complete or not. */
export type Draft = {
  module: string;
  due: string;
  teams: readonly string[];
  roles: readonly string[];
  people: readonly string[];
};

export type ForecastReply =
  | { kind: 'forecast'; forecast: AssignmentForecast }
  | { kind: 'problem'; problem: keyof Words['assigning']['problems'] }
  | { kind: 'overtaken' };

export function isComplete({ module, due, teams, people }: Draft): boolean {
  return module !== '' && /^\d{4}-\d{2}-\d{2}$/.test(due) && teams.length + people.length > 0;
}

/** A draft as the address of the form has it. */
export function draftQuery({ module, due, teams, roles, people }: Draft): URLSearchParams {
  const query = new URLSearchParams({ module, due });
  for (const team of teams) query.append('team', team);
  for (const role of roles) query.append('role', role);
  for (const person of people) query.append('person', person);
  return query;
}

/** Asks the server to work a draft out. An aborted question is overtaken by a newer one, and says nothing. */
export async function requestForecast(draft: Draft, signal: AbortSignal): Promise<ForecastReply> {
  try {
    const reply = await fetch(`/desk/forecast.json?${draftQuery(draft)}`, { signal });
    const outcome: ForecastOutcome = await reply.json();
    if (outcome.ok) return { kind: 'forecast', forecast: outcome.forecast };
    return { kind: 'problem', problem: outcome.reason };
  } catch {
    if (signal.aborted) return { kind: 'overtaken' };
    return { kind: 'problem', problem: 'no-reply' };
  }
}
