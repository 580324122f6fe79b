import type { BriefFacts } from '../facts.ts';
import { anInput, missing, type Reading, shareOf } from '../reading.ts';

/** 8. Scenarios with an owner and a trigger ÷ scenarios. */
export function scenarios({ scenarios: all }: BriefFacts): Reading {
  if (all.length === 0) return missing({ what: 'scenarios', names: [] });
  const isOwned = ({ owner, trigger }: { owner: string | null; trigger: string | null }) =>
    owner !== null && trigger !== null;
  return {
    value: shareOf(all.filter(isOwned).length, all.length),
    beside: null,
    inputs: all
      .toSorted((a, b) => Number(isOwned(a)) - Number(isOwned(b)))
      .map((scenario) =>
        anInput('scenario', scenario.name, {
          ref: scenario.owner,
          value: scenario.daysToLoss,
          holds: isOwned(scenario),
        }),
      ),
    lacking: [],
  };
}
