import fc from 'fast-check';
import { expect, test } from 'vitest';
import { itemsToSort } from '#testing/items-to-sort.ts';
import { itemStanding, teamStanding } from './item-standing.ts';

const items = itemsToSort.map(({ item }) => item);
const standingOf = (name: string) => teamStanding(items).find((entry) => entry.item.name === name);

test('each corner of the map holds the items it is named for', () => {
  expect(standingOf('Traction motor magnets')?.quadrant).toBe('exposed');
  expect(standingOf('Motor controller boards')?.quadrant).toBe('independent');
  expect(standingOf('Magnet alloy, our grain boundary')?.quadrant).toBe('bound');
  expect(standingOf('Photoresist that few can make')?.quadrant).toBe('needed');
});

test('an item nobody was asked about has no place on the map, and says what to ask', () => {
  const standing = standingOf('Neon that nobody was asked about');
  expect(standing).toMatchObject({ quadrant: null, toAnswer: ['essential', 'lead', 'leak', 'upheaval'] });
  expect(standing?.autonomy.score).not.toBeNull();
});

test('green items come first, the least autonomous of them on top, and items without a colour last', () => {
  const standings = teamStanding(items);
  expect(standings[0]?.item.name).toBe('Brake valves from one plant');
  const groups = standings.map(({ colour: { colours } }) => {
    if (colours.includes('green')) return 'green';
    return colours.length > 0 ? 'other' : 'none';
  });
  expect(groups.filter((group, index) => group !== groups[index - 1])).toEqual(['green', 'other', 'none']);
});

test('the order does not depend on how the items came', () => {
  const names = teamStanding(items).map(({ item }) => item.name);
  fc.assert(
    fc.property(fc.shuffledSubarray(items, { minLength: items.length }), (shuffled) => {
      expect(teamStanding(shuffled).map(({ item }) => item.name)).toEqual(names);
    }),
  );
});

test('halving the share of the first country moves an item and nothing else about it', () => {
  const [item] = items;
  if (!item) throw new Error('no items to sort');
  const before = itemStanding(item);
  const after = itemStanding({ ...item, share: (item.share ?? 0) / 2 });
  expect(after.autonomy.score).toBeGreaterThan(before.autonomy.score ?? 100);
  expect(after.indispensability).toEqual(before.indispensability);
  expect(before.colour.colours).toEqual(['green']);
  expect(after.colour.colours).toEqual([]);
});
