import type { Estimate, EvidenceReport } from '#core/evidence/evidence-report.ts';
import type { PolicyId, SettingId, WorldId } from '#core/evidence/names.ts';
import { isOurs, policiesOf, resultIn, worldsOf } from './among-results.ts';

/** A rule's share of what is attainable in one world, and where that lies along the strip, in per cent of its width. */
export type StripDot = { world: WorldId; share: Estimate; x: number };

export type ShareStrip = {
  policy: PolicyId;
  ours: boolean;
  mean: number;
  worst: StripDot;
  best: StripDot;
  dots: StripDot[];
};

/** One strip for each rule that sends anything, the greatest mean over worlds first. */
export function shareStrips(report: Pick<EvidenceReport, 'results'>, setting: SettingId): ShareStrip[] {
  const worlds = worldsOf(report, setting);
  return policiesOf(report, setting)
    .filter((policy) => policy !== 'nothing')
    .flatMap((policy) => {
      const dots = worlds.flatMap((world) => {
        const share = resultIn(report, setting, world, policy)?.share;
        return share ? [{ world, share, x: alongStrip(share.mean) }] : [];
      });
      const sorted = dots.toSorted((a, b) => a.share.mean - b.share.mean);
      const [worst] = sorted;
      const best = sorted.at(-1);
      if (!worst || !best) return [];
      const mean = dots.reduce((sum, { share }) => sum + share.mean, 0) / dots.length;
      return [{ policy, ours: isOurs(policy), mean, worst, best, dots }];
    })
    .toSorted((a, b) => b.mean - a.mean);
}

/** 0 to 1 as 0 to 100 per cent of the width; chance may carry a share past an end, and the strip does not follow. */
export function alongStrip(share: number): number {
  return Math.round(1000 * Math.min(1, Math.max(0, share))) / 10;
}
