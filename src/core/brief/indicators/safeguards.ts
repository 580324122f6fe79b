import type { BriefFacts } from '../facts.ts';
import { anInput, missing, type Reading } from '../reading.ts';

/** 14. Safeguards dropped in the quarter, each with whether its reason was read first. */
export function safeguards({ safeguards: counts }: BriefFacts): Reading {
  if (!counts) return missing({ what: 'safeguards', names: [] });
  return {
    value: counts.dropped.length,
    beside: counts.kept,
    inputs: counts.dropped.map(({ title, caseId, reasonRead }) =>
      anInput('safeguard', title, { ref: caseId, holds: reasonRead }),
    ),
    lacking: [],
  };
}
