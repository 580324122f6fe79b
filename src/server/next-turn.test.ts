import { setImmediate as nextRound } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { nextTurn, turnWhenDue } from './next-turn.ts';

test('of many that ask for a turn each round of the event loop serves one, in their order', async () => {
  const served: number[] = [];
  const all = [1, 2, 3].map((one) => nextTurn().then(() => served.push(one)));
  const servedBy: number[] = [];
  for (let round = 0; round < 4; round += 1) {
    await nextRound();
    servedBy.push(served.length);
  }
  await Promise.all(all);
  expect(served).toEqual([1, 2, 3]);
  for (const [round, count] of servedBy.entries()) expect(count).toBeLessThanOrEqual(round + 1);
});

test('a turn is asked for only when the piece since the last was long', async () => {
  let at = 0;
  let rounds = 0;
  const giveTurn = turnWhenDue(() => at);
  const counted = async () => {
    const before = nextRound().then(() => (rounds += 1));
    await giveTurn();
    const waited = rounds;
    await before;
    return waited;
  };
  at = 5;
  expect(await counted()).toBe(0);
  at = 20;
  expect(await counted()).toBeGreaterThan(0);
});
