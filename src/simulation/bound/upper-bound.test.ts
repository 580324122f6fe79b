import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Chain, chainOf, type Target, unmet } from '#core/memory/chain/chain.ts';
import type { AlikePeople } from './alike-people.ts';
import { bestByEnumeration, type TinyArm } from './best-by-enumeration.ts';
import { upperBound } from './upper-bound.ts';

/** Four states, from never met to well kept; recall and what answers do are drawn. */
const tinyChains = fc
  .record({
    levels: fc.array(fc.double({ min: 0.05, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }),
    slip: fc.double({ min: 0.05, max: 0.6, noNaN: true }),
  })
  .map(({ levels, slip }): Chain => {
    const recall = [0, ...levels.toSorted((a, b) => a - b)];
    const down = (state: number): Target[] => [
      [state, 1 - slip],
      [Math.max(0, state - 1), slip],
    ];
    const up = (state: number): Target[] => down(Math.min(3, state + 1));
    return chainOf(4, (state) => ({
      recall: recall[state] ?? 0,
      quiet: state === unmet ? [[unmet, 1]] : down(state),
      right: [[Math.min(3, state + 2), 1]],
      wrong: up(state),
      read: down(state),
    }));
  });

const instances = fc.record({
  chains: fc.tuple(tinyChains, tinyChains),
  weights: fc.tuple(fc.constantFrom(1, 2, 3), fc.constantFrom(1, 2, 3)),
  rates: fc.tuple(fc.constantFrom(0.3, 0.6, 0.9), fc.constantFrom(0.3, 0.6, 0.9)),
  leaves: fc.constantFrom(0, 0.1),
});

/** Two people, two lessons. */
function tiny({ chains, weights, rates, leaves }: typeof instances extends fc.Arbitrary<infer T> ? T : never): {
  arms: TinyArm[];
  people: AlikePeople[];
} {
  const arms = rates.flatMap((answerRate, person) =>
    chains.map((chain, lesson): TinyArm => ({ person, chain, weight: weights[lesson] ?? 1, answerRate, leaves })),
  );
  const start = Float64Array.of(1, 0, 0, 0);
  const people = rates.map((_, person) => ({
    key: String(person),
    people: [person],
    arms: arms
      .filter((arm) => arm.person === person)
      .map((arm, chainIndex) => ({ ...arm, chainIndex, entries: [{ week: 0, states: start }] })),
  }));
  return { arms, people };
}

const weeks = 6;

test('no policy passes the bound when all share one e-mail a week, and the best comes near it', () => {
  const shares: number[] = [];
  fc.assert(
    fc.property(instances, (instance) => {
      const { arms, people } = tiny(instance);
      const best = bestByEnumeration(arms, weeks, { perPerson: 1, total: 1 });
      const bound = upperBound({ groups: people, mailsInWeek: Array(weeks).fill(1) }, 200).value;
      expect(best).toBeLessThanOrEqual(bound + 1e-9);
      shares.push(best / bound);
    }),
    { numRuns: 12, seed: 1 },
  );
  expect(shares.toSorted((a, b) => a - b)[Math.floor(shares.length / 2)]).toBeGreaterThan(0.9);
});

test('no policy passes the sum of the bounds when each person gets one e-mail a week, and the best comes near it', () => {
  const shares: number[] = [];
  fc.assert(
    fc.property(instances, (instance) => {
      const { arms, people } = tiny(instance);
      const best = bestByEnumeration(arms, weeks, { perPerson: 1, total: 2 });
      const bound = people.reduce(
        (sum, group) => sum + upperBound({ groups: [group], mailsInWeek: Array(weeks).fill(1) }, 200).value,
        0,
      );
      expect(best).toBeLessThanOrEqual(bound + 1e-9);
      shares.push(best / bound);
    }),
    { numRuns: 12, seed: 2 },
  );
  expect(shares.toSorted((a, b) => a - b)[Math.floor(shares.length / 2)]).toBeGreaterThan(0.9);
});

test('weeks in which no e-mail may be sent are worth nothing to a planner', () => {
  fc.assert(
    fc.property(instances, (instance) => {
      const { people } = tiny(instance);
      const closed = upperBound({ groups: people, mailsInWeek: Array(weeks).fill(null) }, 5).value;
      expect(closed).toBe(0);
    }),
    { numRuns: 5, seed: 3 },
  );
});
