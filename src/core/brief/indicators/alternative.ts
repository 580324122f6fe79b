import { criticalItems } from '../critical-items.ts';
import type { BriefFacts, BriefItem } from '../facts.ts';
import { anInput, lackOf, type Reading, shareOf } from '../reading.ts';

/** A test older than this says little of today’s supplier. */
const freshMonths = 24;

/** 6. Critical items with an alternative tested in the last 24 months ÷ critical items of which the alternative, and when it was tested, was said. */
export function alternative({ items, asOf }: BriefFacts): Reading {
  const { critical, lacking } = criticalItems(items);
  const since = Temporal.PlainDate.from(asOf).subtract({ months: freshMonths }).toString();
  const isUndated = (item: BriefItem) => item.alternative === 'tested' && item.testedOn === null;
  const known = critical.filter((item) => item.alternative !== null && !isUndated(item));
  const isFresh = ({ alternative: kind, testedOn }: BriefItem) =>
    kind === 'tested' && testedOn !== null && testedOn >= since;
  return {
    value: shareOf(known.filter(isFresh).length, known.length),
    beside: null,
    inputs: known
      .toSorted((a, b) => Number(isFresh(a)) - Number(isFresh(b)))
      .map((item) => anInput('item', item.name, { ref: item.alternative, holds: isFresh(item) })),
    lacking: [
      ...lacking,
      ...lackOf(
        'alternative',
        critical.filter((item) => item.alternative === null),
      ),
      ...lackOf('tested-on', critical.filter(isUndated)),
    ],
  };
}
