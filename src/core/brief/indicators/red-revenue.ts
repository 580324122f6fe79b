import { criticalItems } from '../critical-items.ts';
import type { BriefFacts } from '../facts.ts';
import { indicatorOf } from '../indicator-list.ts';
import { anInput, lackOf, missing, type Reading } from '../reading.ts';
import { isPast, type Thresholds } from '../status.ts';
import { coverOf } from './cover.ts';
import { sharesFromOneCountry } from './top-country.ts';

/** Red thresholds of the two indicators that make an item red. */
export type RedOf = { topCountry: Thresholds['red']; cover: Thresholds['red'] };

/**
 * 3. Sum of the share of sales that rests on red items: critical ones past the red threshold of indicator 2 or of indicator 4. Sales that rest on two
 * red items count twice, so the sum stops at 1, and stands beside it where it would go on.
 */
export function redRevenue({ items }: BriefFacts, red: RedOf): Reading {
  const { critical, lacking } = criticalItems(items);
  if (critical.length === 0) return missing(...lacking);
  const past = (id: 'top-country' | 'cover', value: number, threshold: number | null) =>
    threshold !== null && isPast(value, indicatorOf(id).worse, threshold);
  const redNames = new Set([
    ...sharesFromOneCountry(critical).flatMap(({ name, share }) =>
      past('top-country', share, red.topCountry) ? [name] : [],
    ),
    ...coverOf(critical).flatMap(({ name, days }) => (past('cover', days, red.cover) ? [name] : [])),
  ]);
  const redItems = critical.filter(({ name }) => redNames.has(name));
  const said = redItems.flatMap(({ name, revenueShare }) => (revenueShare === null ? [] : [{ name, revenueShare }]));
  const sum = said.reduce((total, { revenueShare }) => total + revenueShare, 0);
  return {
    value: redItems.length > 0 && said.length === 0 ? null : Math.min(1, sum),
    beside: sum > 1 ? sum : null,
    inputs: said
      .toSorted((a, b) => b.revenueShare - a.revenueShare)
      .map(({ name, revenueShare }) => anInput('item', name, { value: revenueShare })),
    lacking: [
      ...lacking,
      ...lackOf(
        'revenue',
        redItems.filter(({ revenueShare }) => revenueShare === null),
      ),
    ],
  };
}
