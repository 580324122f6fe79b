import { expect, test } from 'vitest';
import { itemsToSort } from '#testing/items-to-sort.ts';
import { answersFromItem } from './answers-from-item.ts';
import { autonomyOf, indispensabilityOf } from './pillar-scores.ts';
import { colourOf } from './policy-colour.ts';

const sideOf = (score: number | null) => {
  if (score === null) return 'unknown';
  return score < 50 ? 'under' : 'over';
};

const rows = itemsToSort.map(({ item, expected }) => ({
  name: item.name,
  reads: expected.colours.join(' and ') || 'no colour',
  item,
  expected,
}));

test.for(rows)(
  '$name: $reads; autonomy $expected.autonomy, indispensability $expected.indispensability',
  ({ item, expected }) => {
    const { answers } = answersFromItem(item);
    const { colours, open } = colourOf(answers);
    const autonomy = sideOf(autonomyOf(item).score);
    const indispensability = sideOf(indispensabilityOf(answers, item.leakControls).score);
    expect({ colours, autonomy, indispensability, open }).toEqual(expected);
  },
);

test('the items show each colour alone, each two together, and none', () => {
  const shown = new Set(itemsToSort.map(({ expected }) => expected.colours.join(' ')));
  expect([...shown].sort()).toEqual(['', 'blue', 'blue red', 'green', 'green blue', 'green red', 'red']);
});
