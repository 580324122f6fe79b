import { criticalItems } from '../critical-items.ts';
import type { BriefFacts, BriefItem } from '../facts.ts';
import { anInput, lackOf, type Reading } from '../reading.ts';

export type Cover = { name: string; days: number; stockDays: number; recoveryDays: number };

/** Stock less time to recover of each item of which both are known, in days, the worst first. */
export function coverOf(critical: readonly BriefItem[]): Cover[] {
  return critical
    .flatMap(({ name, stockDays, recoveryDays }) =>
      stockDays === null || recoveryDays === null
        ? []
        : [{ name, days: stockDays - recoveryDays, stockDays, recoveryDays }],
    )
    .toSorted((a, b) => a.days - b.days);
}

/** 4. Days of stock − days to recover, of the critical item for which that is least. */
export function cover({ items }: BriefFacts): Reading {
  const { critical, lacking } = criticalItems(items);
  const covers = coverOf(critical);
  const unknown = critical.filter(({ stockDays, recoveryDays }) => stockDays === null || recoveryDays === null);
  return {
    value: covers[0]?.days ?? null,
    beside: null,
    inputs: covers.map(({ name, stockDays, recoveryDays }) =>
      anInput('item', name, { value: stockDays, of: recoveryDays }),
    ),
    lacking: [...lacking, ...lackOf('cover', unknown)],
  };
}
