import type { Organisation } from '../organisation.ts';
import { limitsOf, type Setting } from '../settings.ts';
import type { World } from '../worlds/worlds.ts';
import { type AlikePeople, alikePeople, armKey, type Behaviour } from './alike-people.ts';
import { armValue } from './arm-class.ts';
import { upperBound } from './upper-bound.ts';

/** The bound of a setting in a world, in parts that can be sent between threads. */
export type SettingBound = {
  /** Weighted recall summed over weeks and arms, on average over how people begin. */
  value: number;
  iterations: number;
  /** For each kind of alike people: the prices, and for each class of arms what it is worth to begin in a state. */
  kinds: { key: string; prices: Float64Array; begin: Map<string, { average: number; ofState: Float64Array }> }[];
};

export function settingBound(
  setting: Setting,
  organisation: Organisation,
  world: World,
  behaviour: Behaviour,
  size: { weeks: number; iterations: number },
): SettingBound {
  const limits = limitsOf(setting, alikePeople(organisation, world, behaviour), size.weeks);
  const bounds = limits.map((limit) => ({ limit, bound: upperBound(limit, size.iterations) }));
  return {
    value: bounds.reduce((sum, { bound }) => sum + bound.value, 0),
    iterations: size.iterations,
    kinds: bounds.flatMap(({ limit, bound }) =>
      limit.groups.map((group) => ({ key: group.key, prices: bound.prices, begin: beginnings(group, bound.prices) })),
    ),
  };
}

/** Per class of arms: its worth by the state it begins in, and that worth averaged over how one such arm may begin. */
function beginnings(group: AlikePeople, prices: Float64Array): SettingBound['kinds'][number]['begin'] {
  return new Map(
    group.arms.map((arm) => {
      const ofState = armValue(arm, prices).fromStart;
      const start = arm.entries.find((entry) => entry.week === 0)?.states ?? new Float64Array();
      const arms = start.reduce((sum, mass) => sum + mass, 0);
      const worth = start.reduce((sum, mass, state) => sum + mass * (ofState[state] ?? 0), 0);
      return [armKey(arm.chainIndex, arm.weight), { average: arms > 0 ? worth / arms : 0, ofState }];
    }),
  );
}

/** The bound for the very states in which the people of one seed began: what is random before the first week is taken out of the comparison. */
export function boundForStart(
  bound: SettingBound,
  organisation: Organisation,
  world: World,
  groups: readonly AlikePeople[],
  stateOf: (arm: number) => number,
): number {
  let value = bound.value;
  for (const group of groups) {
    const begin = bound.kinds.find((kind) => kind.key === group.key)?.begin;
    for (const person of group.people)
      for (let lesson = 0; lesson < organisation.lessons; lesson += 1) {
        const arm = person * organisation.lessons + lesson;
        const weight = organisation.weight[arm] ?? 0;
        if (weight === 0 || organisation.introducedIn[lesson] !== 0) continue;
        const worth = begin?.get(armKey(world.chainOf(person, lesson), weight));
        if (worth) value += (worth.ofState[stateOf(arm)] ?? 0) - worth.average;
      }
  }
  return value;
}
