import { answersFromItem } from './answers-from-item.ts';
import { type ExposureItem, mostTiers } from './exposure.ts';
import { leakRoutes } from './leak-routes.ts';
import { autonomyOf, indispensabilityOf } from './pillar-scores.ts';

/** What somebody can do about an item that raises one of its scores. */
export const raises = {
  autonomy: ['tested-alternative', 'more-suppliers', 'stock-to-recovery', 'smaller-share', 'next-tier'],
  indispensability: ['guard-routes', 'close-leak'],
} as const;

export type RaiseId = (typeof raises)['autonomy' | 'indispensability'][number];

/** By how many points of a hundred it raises what is known of the score. */
export type Raise = { what: RaiseId; points: number };

/** Half of the item from one country: what Korea set itself for 2030. */
const wantedShare = 0.5;

/** What would raise autonomy, the most first. Figures that nobody gave are asked for elsewhere, and raise nothing here. Pure. */
export function raisesOfAutonomy(item: ExposureItem): Raise[] {
  const { suppliers, stockDays, recoveryDays, share, tiersMapped } = item;
  const changes: [RaiseId, Partial<ExposureItem> | null][] = [
    ['tested-alternative', { alternative: 'tested' }],
    ['more-suppliers', suppliers === null ? null : { suppliers: suppliers + 1 }],
    ['stock-to-recovery', stockDays === null || recoveryDays === null ? null : { stockDays: recoveryDays }],
    ['smaller-share', share !== null && share > wantedShare ? { share: wantedShare } : null],
    ['next-tier', tiersMapped === null ? null : { tiersMapped: Math.min(mostTiers, tiersMapped + 1) }],
  ];
  return raising(item, changes, (changed) => autonomyOf(changed).low);
}

/** What would raise indispensability. Without a lead there is nothing to guard. Pure. */
export function raisesOfIndispensability(item: ExposureItem): Raise[] {
  if (item.lead !== 'yes' || item.leak === 'no') return [];
  const changes: [RaiseId, Partial<ExposureItem> | null][] = [
    ['guard-routes', item.leak === 'yes' ? { leakControls: leakRoutes } : null],
    ['close-leak', { leak: 'no' }],
  ];
  return raising(
    item,
    changes,
    (changed) => indispensabilityOf(answersFromItem(changed).answers, changed.leakControls).low,
  );
}

function raising(
  item: ExposureItem,
  changes: readonly [RaiseId, Partial<ExposureItem> | null][],
  scored: (item: ExposureItem) => number,
): Raise[] {
  const before = scored(item);
  return changes
    .flatMap(([what, change]) => (change ? [{ what, points: scored({ ...item, ...change }) - before }] : []))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points);
}
