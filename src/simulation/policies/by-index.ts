import { elapsedWeeks } from '#core/memory/chain/elapsed-weeks.ts';
import { difficultyGrid, stabilityGrid } from '#core/memory/chain/fsrs-chain.ts';
import { placeOn } from '#core/memory/chain/grid.ts';
import type { AlikePeople } from '../bound/alike-people.ts';
import { type SendGains, sendGains } from '../bound/arm-class.ts';
import { highestFirst } from '../choice.ts';
import { type History, never } from '../history.ts';
import type { Desk, Policy } from '../policy.ts';

/** For each person: by weight, what an e-mail adds in every week and state of the assumed chain, at the bound's prices. */
export type IndexTables = { states: number; ofPerson: readonly (ReadonlyMap<number, SendGains> | undefined)[] };

/** Prices of each group of alike people, by key, as the bound of the assumed world found them. */
export function indexTables(groups: readonly AlikePeople[], pricesOf: (key: string) => Float64Array): IndexTables {
  const ofPerson: ReadonlyMap<number, SendGains>[] = [];
  let states = 0;
  for (const group of groups) {
    const prices = pricesOf(group.key);
    const tables = new Map(group.arms.map((arm) => [arm.weight, sendGains(arm, prices)]));
    for (const person of group.people) ofPerson[person] = tables;
    states = group.arms[0]?.chain.states ?? states;
  }
  return { states, ofPerson };
}

/** The arms whose e-mail adds most to the relaxed problem of the bound (simulation/bound), looked up at the believed memory. */
export const byIndex = ({ organisation, history }: Desk, tables: IndexTables): Policy => ({
  id: 'index',
  choose: highestFirst(organisation, 'relevant', (arm, week, person) => {
    const table = tables.ofPerson[person]?.get(organisation.weight[arm] ?? 0);
    return table ? valueAtBelief(table.subarray(week * tables.states), history, arm, week) : 0;
  }),
});

const plain = (value: number) => value;

function valueAtBelief(table: Float32Array, history: History, arm: number, week: number): number {
  const met = history.metIn[arm] ?? never;
  if (met === never) return table[0] ?? 0;
  const difficulty = placeOn(difficultyGrid, history.difficulty[arm] ?? 0, plain);
  const stability = placeOn(stabilityGrid, history.stability[arm] ?? 0, Math.log);
  const point = pointOf(week - met);
  const at = (d: number, s: number) =>
    table[
      1 +
        (Math.min(d, difficultyGrid.length - 1) * stabilityGrid.length + Math.min(s, stabilityGrid.length - 1)) *
          elapsedWeeks.length +
        point
    ] ?? 0;
  const row = (d: number) =>
    (1 - stability.towardsHigh) * at(d, stability.low) + stability.towardsHigh * at(d, stability.low + 1);
  return (1 - difficulty.towardsHigh) * row(difficulty.low) + difficulty.towardsHigh * row(difficulty.low + 1);
}

/** The point of `elapsedWeeks` nearest to a number of weeks, for each number. */
const points = Array.from({ length: 400 }, (_, weeks) =>
  elapsedWeeks.reduce((best, value, point) => {
    const distance = Math.abs(value - weeks);
    return distance < Math.abs((elapsedWeeks[best] ?? 0) - weeks) ? point : best;
  }, 0),
);

function pointOf(weeks: number): number {
  return points[Math.min(Math.round(weeks), points.length - 1)] ?? 0;
}
