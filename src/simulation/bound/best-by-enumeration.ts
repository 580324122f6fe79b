import type { Chain, Moves } from '#core/memory/chain/chain.ts';
import { unmet } from '#core/memory/chain/chain.ts';
import type { Allowance } from '../policy.ts';

/** One arm of an organisation so small that every joint state can be looked at. */
export type TinyArm = { person: number; chain: Chain; weight: number; answerRate: number; leaves: number };

/**
 * The best that any policy expects from arms that begin never met, by dynamic programming over their joint state: the truth that
 * `upper-bound.ts` must never undercut. The cost is states^arms x choices x weeks, so for tests only.
 */
export function bestByEnumeration(arms: readonly TinyArm[], weeks: number, allowance: Allowance): number {
  const sizes = arms.map((arm) => arm.chain.states);
  const joint = sizes.reduce((product, size) => product * size, 1);
  const choices = choicesOf(arms, allowance);
  let values = new Float64Array(joint);
  for (let week = 0; week < weeks; week += 1) {
    const next = values;
    const worth = Float64Array.from(
      { length: joint },
      (_, index) => reward(arms, statesOf(index, sizes)) + (next[index] ?? 0),
    );
    values = Float64Array.from({ length: joint }, (_, index) =>
      Math.max(...choices.map((sent) => expectedWorth(arms, statesOf(index, sizes), sent, worth, sizes))),
    );
  }
  return values[0] ?? 0;
}

/** Every set of arms that may be sent in one week, as a flag for each arm. */
function choicesOf(arms: readonly TinyArm[], { perPerson, total }: Allowance): boolean[][] {
  const all = Array.from({ length: 2 ** arms.length }, (_, set) =>
    arms.map((__, arm) => Math.floor(set / 2 ** arm) % 2 === 1),
  );
  return all.filter((sent) => {
    const people = arms.filter((_, arm) => sent[arm]).map((arm) => arm.person);
    return (
      people.length <= total && people.every((person) => people.filter((other) => other === person).length <= perPerson)
    );
  });
}

function statesOf(index: number, sizes: readonly number[]): number[] {
  let rest = index;
  return sizes.map((size) => {
    const state = rest % size;
    rest = Math.floor(rest / size);
    return state;
  });
}

function reward(arms: readonly TinyArm[], states: readonly number[]): number {
  return arms.reduce((sum, arm, index) => sum + arm.weight * (arm.chain.recall[states[index] ?? 0] ?? 0), 0);
}

/** Arms move independently of each other, so the joint expectation folds one arm at a time. */
function expectedWorth(
  arms: readonly TinyArm[],
  states: readonly number[],
  sent: readonly boolean[],
  worth: Float64Array,
  sizes: readonly number[],
): number {
  const fold = (arm: number, offset: number, stride: number): number => {
    const entry = arms[arm];
    if (!entry) return worth[offset] ?? 0;
    let sum = 0;
    for (const [state, chance] of targetsOf(entry, states[arm] ?? 0, sent[arm] ?? false))
      sum += chance * fold(arm + 1, offset + state * stride, stride * (sizes[arm] ?? 1));
    return sum;
  };
  return fold(0, 0, 1);
}

function targetsOf(arm: TinyArm, state: number, sent: boolean): [state: number, chance: number][] {
  const moves: [Moves, number][] = sent
    ? [
        [arm.chain.answered, arm.answerRate],
        [arm.chain.read, 1 - arm.answerRate],
      ]
    : [[arm.chain.quiet, 1]];
  const targets: [number, number][] = [[unmet, arm.leaves]];
  for (const [{ from, to, chance }, share] of moves)
    for (let entry = from[state] ?? 0; entry < (from[state + 1] ?? 0); entry += 1)
      targets.push([to[entry] ?? 0, (chance[entry] ?? 0) * share * (1 - arm.leaves)]);
  return targets.filter(([, chance]) => chance > 0);
}
