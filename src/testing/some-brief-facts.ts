import type { BriefFacts, BriefItem } from '#core/brief/facts.ts';

/** A critical item of which everything is known, from China for a team in Japan. */
export function aBriefItem(traits: Partial<BriefItem> = {}): BriefItem {
  return {
    name: 'Magnets',
    origin: 'CN',
    share: 0.6,
    suppliers: 2,
    tiersMapped: 1,
    stockDays: 40,
    recoveryDays: 50,
    alternative: 'known',
    essential: 'yes',
    lead: 'no',
    home: ['JP'],
    testedOn: null,
    revenueShare: null,
    leakControls: null,
    ...traits,
  };
}

/** A house that has said nothing yet. */
export function someBriefFacts(facts: Partial<BriefFacts> = {}): BriefFacts {
  return {
    asOf: '2026-11-30',
    items: [],
    nearest: [],
    joined: [],
    rehearsals: [],
    recall: null,
    scenarios: [],
    stressTest: null,
    support: null,
    safeguards: null,
    ...facts,
  };
}
