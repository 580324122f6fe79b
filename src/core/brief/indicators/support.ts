import type { BriefFacts } from '../facts.ts';
import { anInput, missing, type Reading, shareOf } from '../reading.ts';

/** 10. Programmes of support that are used ÷ those open to the organisation, used ones among them. */
export function support({ support: known }: BriefFacts): Reading {
  const all = known ? [...new Set([...known.taken, ...known.eligible])] : [];
  if (!known || all.length === 0) return missing({ what: 'support', names: [] });
  const taken = new Set(known.taken);
  return {
    value: shareOf(taken.size, all.length),
    beside: null,
    inputs: all.map((id) => anInput('programme', id, { holds: taken.has(id) })),
    lacking: [],
  };
}
