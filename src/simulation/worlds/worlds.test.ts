import { expect, test } from 'vitest';
import { worldIds } from '#core/evidence/names.ts';
import type { Chain, Moves } from '#core/memory/chain/chain.ts';
import { worldOf } from './worlds.ts';

const chains = worldIds.flatMap((id) => worldOf(id, 0.15).chains.map((chain, index) => ({ id, index, chain })));

const movesOf = ({ quiet, right, wrong, read, answered }: Chain) => ({ quiet, right, wrong, read, answered });

function rowsNotSummingToOne(moves: Moves): number[] {
  return Array.from({ length: moves.from.length - 1 }, (_, state) => state).filter((state) => {
    const row = moves.chance.subarray(moves.from[state], moves.from[state + 1]);
    return row.some((chance) => chance <= 0) || Math.abs(row.reduce((sum, chance) => sum + chance, 0) - 1) > 1e-9;
  });
}

test.each(chains)(
  'in world $id, chain $index, every state goes somewhere with chances that sum to one',
  ({ chain }) => {
    for (const moves of Object.values(movesOf(chain))) expect(rowsNotSummingToOne(moves)).toEqual([]);
  },
);

test.each(chains)('in world $id, chain $index, recall is a chance', ({ chain }) => {
  expect(chain.recall.filter((recall) => !(recall >= 0 && recall <= 1))).toHaveLength(0);
});

test.each(chains)('in world $id, chain $index, a week without e-mail never raises recall', ({ chain }) => {
  const raised: number[] = [];
  chain.recall.forEach((recall, state) => {
    for (let entry = chain.quiet.from[state] ?? 0; entry < (chain.quiet.from[state + 1] ?? 0); entry += 1)
      if ((chain.recall[chain.quiet.to[entry] ?? 0] ?? 0) > recall + 1e-12) raised.push(state);
  });
  expect(raised).toEqual([]);
});

test.each(chains)('in world $id, chain $index, a right answer leaves no less than a wrong one', ({ chain }) => {
  const later = (moves: Moves, state: number) => {
    let sum = 0;
    for (let entry = moves.from[state] ?? 0; entry < (moves.from[state + 1] ?? 0); entry += 1)
      sum += (moves.chance[entry] ?? 0) * (chain.recall[moves.to[entry] ?? 0] ?? 0);
    return sum;
  };
  const worse = [...chain.recall.keys()].filter(
    (state) => later(chain.right, state) < later(chain.wrong, state) - 1e-9,
  );
  expect(worse).toEqual([]);
});
