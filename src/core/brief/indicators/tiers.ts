import { criticalItems } from '../critical-items.ts';
import type { BriefFacts } from '../facts.ts';
import { anInput, lackOf, type Reading, shareOf } from '../reading.ts';

/** 5. Critical items known at least one tier below the direct supplier ÷ critical items of which that was said. */
export function tiers({ items }: BriefFacts): Reading {
  const { critical, lacking } = criticalItems(items);
  const known = critical.flatMap((item) =>
    item.tiersMapped === null ? [] : [{ name: item.name, tiersMapped: item.tiersMapped }],
  );
  const unknown = critical.filter(({ tiersMapped }) => tiersMapped === null);
  return {
    value: shareOf(known.filter(({ tiersMapped }) => tiersMapped >= 1).length, known.length),
    beside: null,
    inputs: known
      .toSorted((a, b) => a.tiersMapped - b.tiersMapped)
      .map(({ name, tiersMapped }) => anInput('item', name, { value: tiersMapped, holds: tiersMapped >= 1 })),
    lacking: [...lacking, ...lackOf('tiers', unknown)],
  };
}
