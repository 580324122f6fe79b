import type { DecisionDraft } from '#core/brief/decision.ts';
import type { ScenarioDraft } from '#core/brief/scenario.ts';

const textIn = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

/** A decision as the form of the desk sends it; programmes repeat. */
export function decisionDraftIn(form: FormData): DecisionDraft {
  const programmes = form.getAll('programme').filter((value) => typeof value === 'string');
  return {
    ask: textIn(form, 'ask'),
    cost: textIn(form, 'cost'),
    opportunity: textIn(form, 'opportunity'),
    programmes: programmes.filter((value) => value !== noProgramme),
    noProgramme: programmes.includes(noProgramme),
    deadline: textIn(form, 'deadline'),
    owner: textIn(form, 'owner'),
  };
}

/** Ticked by whoever found no programme. */
export const noProgramme = 'none-found';

export function scenarioDraftIn(fields: Readonly<Record<string, string>>): ScenarioDraft {
  const { name = '', trigger = '', owner = '', daysToLoss = '', lossBand = '', rehearsedOn = '' } = fields;
  return { name, trigger, owner, daysToLoss, lossBand, rehearsedOn };
}
