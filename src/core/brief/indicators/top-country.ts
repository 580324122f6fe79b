import { criticalItems } from '../critical-items.ts';
import type { BriefFacts, BriefItem } from '../facts.ts';
import { anInput, lackOf, type Reading } from '../reading.ts';

export type FromOneCountry = { name: string; country: string; share: number };

/** Critical items that come from elsewhere, with the share of their biggest country, the largest first. */
export function sharesFromOneCountry(critical: readonly BriefItem[]): FromOneCountry[] {
  return critical
    .flatMap(({ name, origin, share, home }) =>
      origin === null || share === null || home.includes(origin) ? [] : [{ name, country: origin, share }],
    )
    .toSorted((a, b) => b.share - a.share);
}

/**
 * 2. The largest share of a critical item that comes from one third country. A country in which the team itself works is none, as in the cap that the
 * red threshold is taken from; that an item hangs on one supplier at home is told by indicator 1.
 */
export function topCountry({ items }: BriefFacts): Reading {
  const { critical, lacking } = criticalItems(items);
  const shares = sharesFromOneCountry(critical);
  const unknown = critical.filter(({ origin, share }) => origin === null || share === null);
  return {
    // All of them from home, and known to be: none comes from a third country.
    value: shares[0]?.share ?? (critical.length > 0 && unknown.length === 0 ? 0 : null),
    beside: null,
    inputs: shares.map(({ name, country, share }) => anInput('item', name, { ref: country, value: share })),
    lacking: [...lacking, ...lackOf('share', unknown)],
  };
}
