import { isDay } from './decision.ts';

/** A scenario as it was typed; all but its name may be left open, and shows as missing. */
export type ScenarioDraft = {
  name: string;
  trigger: string;
  owner: string;
  daysToLoss: string;
  lossBand: string;
  rehearsedOn: string;
};

export type ScenarioField = 'name' | 'trigger' | 'owner' | 'daysToLoss' | 'rehearsedOn';

export type ScenarioFault = 'empty' | 'long' | 'bad-date' | 'bad-number';

const longestText = 160;

/** What is wrong with a scenario, by field. Pure. */
export function scenarioFaults(draft: ScenarioDraft): Map<ScenarioField, ScenarioFault> {
  const faults = new Map<ScenarioField, ScenarioFault>();
  if (draft.name.trim() === '') faults.set('name', 'empty');
  for (const field of ['name', 'trigger', 'owner'] as const)
    if (draft[field].length > longestText) faults.set(field, 'long');
  if (draft.daysToLoss.trim() !== '' && !/^\d{1,4}$/.test(draft.daysToLoss.trim()))
    faults.set('daysToLoss', 'bad-number');
  if (draft.rehearsedOn !== '' && !isDay(draft.rehearsedOn)) faults.set('rehearsedOn', 'bad-date');
  return faults;
}
