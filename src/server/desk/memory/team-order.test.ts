import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arranged } from './team-order.ts';

const team = fc.record({
  rank: fc.oneof(fc.double({ min: -1, max: 1, noNaN: true }), fc.constant(Number.POSITIVE_INFINITY)),
  group: fc.option(fc.constantFrom('Nagoya', 'Ulm', 'Rotterdam')),
});
const teams = fc.array(team, { maxLength: 30 }).map((drawn) => drawn.map((one, id) => ({ id, ...one })));

const arrange = (some: readonly { id: number; rank: number; group: string | null }[]) =>
  arranged(
    some,
    ({ rank }) => rank,
    ({ group }) => group,
  );

test('every team stands in exactly one group, its own, and in order within it', () => {
  fc.assert(
    fc.property(teams, (some) => {
      const groups = arrange(some);
      const ids = groups.flatMap((group) => group.teams.map(({ id }) => id));
      expect(ids.toSorted((a, b) => a - b)).toEqual(some.map(({ id }) => id));
      for (const { name, teams: members } of groups) {
        expect(members.every(({ group }) => group === name)).toBe(true);
        for (const [index, member] of members.entries())
          expect(member.rank).toBeGreaterThanOrEqual(members[index - 1]?.rank ?? -1);
      }
    }),
  );
});

test('the order in which teams come in changes nothing, and those without a group stand last', () => {
  fc.assert(
    fc.property(teams, (some) => {
      const groups = arrange(some);
      expect(arrange(some.toReversed())).toEqual(groups);
      expect(groups.slice(0, -1).every(({ name }) => name !== null)).toBe(true);
    }),
  );
});

test('groups stand by the mean of their teams, of which one that is held back counts for nothing', () => {
  const some = [
    { id: 1, rank: 0.2, group: 'Ulm' },
    { id: 2, rank: 0.8, group: 'Ulm' },
    { id: 3, rank: 0.4, group: 'Nagoya' },
    { id: 4, rank: Number.POSITIVE_INFINITY, group: 'Nagoya' },
    { id: 5, rank: Number.POSITIVE_INFINITY, group: 'Rotterdam' },
  ];
  expect(arrange(some).map(({ name, teams: members }) => [name, members.map(({ id }) => id)])).toEqual([
    ['Nagoya', [3, 4]],
    ['Ulm', [1, 2]],
    ['Rotterdam', [5]],
  ]);
});
