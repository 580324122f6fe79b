import { criticalItems } from '../critical-items.ts';
import type { BriefFacts } from '../facts.ts';
import { anInput, lackOf, type Reading, shareOf } from '../reading.ts';

/** 1. Critical items with one supplier ÷ critical items whose suppliers are counted. */
export function singleSource({ items }: BriefFacts): Reading {
  const { critical, lacking } = criticalItems(items);
  const known = critical.flatMap((item) => (item.suppliers === null ? [] : [{ ...item, suppliers: item.suppliers }]));
  const alone = known.filter(({ suppliers }) => suppliers <= 1);
  const unknown = critical.filter(({ suppliers }) => suppliers === null);
  return {
    value: shareOf(alone.length, known.length),
    beside: null,
    inputs: known
      .toSorted((a, b) => a.suppliers - b.suppliers)
      .map(({ name, suppliers }) => anInput('item', name, { value: suppliers, holds: suppliers <= 1 })),
    lacking: [...lacking, ...lackOf('suppliers', unknown)],
  };
}
