import type { Estimate, EvidenceReport, PolicyResult } from '#core/evidence/evidence-report.ts';

/** Parts of a report for tests, with what a test does not look at left plain. */
export const estimate = (mean: number): Estimate => ({ mean, low: mean, high: mean });

type Traits = Pick<PolicyResult, 'world' | 'policy'> & {
  setting?: PolicyResult['setting'];
  share?: number;
  recall?: number;
  teamMemory?: number;
  mails?: number;
};

export function aResult({ world, policy, setting = 'weekly', ...figures }: Traits): PolicyResult {
  return {
    setting,
    world,
    policy,
    share: estimate(figures.share ?? 0.5),
    recall: estimate(figures.recall ?? 0.5),
    teamMemory: estimate(figures.teamMemory ?? 0.5),
    mailsPerPersonWeek: estimate(figures.mails ?? 1),
    worstDecile: estimate(0),
    quietWeeks: estimate(0),
  };
}

export function aReport(parts: Partial<EvidenceReport>): EvidenceReport {
  return {
    size: 'full',
    command: 'npm run nudge -- simulate',
    weeks: 104,
    seeds: [1],
    organisations: [],
    goals: [],
    results: [],
    bounds: [],
    savings: [],
    frontier: [],
    calibration: [],
    sweeps: [],
    fatigue: [],
    ...parts,
  };
}
