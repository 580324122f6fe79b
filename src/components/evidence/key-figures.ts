import type { EvidenceReport, PolicyResult } from '#core/evidence/evidence-report.ts';
import type { PolicyId, WorldId } from '#core/evidence/names.ts';
import { type Measure, ourRule, resultIn, worldsOf } from './among-results.ts';
import { type Range, rangeOf } from './figures.ts';

export type InWorld = { world: WorldId; value: number };

/** One world: what the newsletter's team remembers, and what ours does with as many e-mails, pooled. */
export type MonthlyPair = {
  world: WorldId;
  newsletter: PolicyResult;
  ours: PolicyResult;
  times: number;
};

type Results = Pick<EvidenceReport, 'results'>;

/** The newsletter goes to everybody every fourth week and so stands among the weekly results; ours has as many e-mails for all together. */
export function monthlyPairs(report: Results): MonthlyPair[] {
  return worldsOf(report, 'pooled-monthly').flatMap((world) => {
    const newsletter = resultIn(report, 'weekly', world, 'newsletter');
    const ours = resultIn(report, 'pooled-monthly', world, ourRule.teamMemory);
    if (!newsletter || !ours) return [];
    return [{ world, newsletter, ours, times: ours.teamMemory.mean / newsletter.teamMemory.mean }];
  });
}

/** Share of what is attainable at one e-mail a person a week, in each world, the least first. */
export function sharesByWorld({ results }: Results, policy: PolicyId = ourRule.recall): InWorld[] {
  return results
    .filter((entry) => entry.setting === 'weekly' && entry.policy === policy)
    .map(({ world, share }) => ({ world, value: share.mean }))
    .toSorted((a, b) => a.value - b.value);
}

/** E-mails for the same memory as a baseline, as a share of its own, over the worlds; in how many worlds we did not get there. */
export type MailsNeeded = { range: Range | null; unreached: number };

export function mailsNeeded(
  { savings }: Pick<EvidenceReport, 'savings'>,
  baseline: PolicyId,
  measure: Measure,
): MailsNeeded {
  const found = savings.filter(
    (entry) => entry.setting === 'weekly' && entry.baseline === baseline && entry.measure === measure,
  );
  const known = found.flatMap(({ mails }) => mails ?? []);
  return { range: rangeOf(known.map(({ mean }) => mean)), unreached: found.length - known.length };
}
