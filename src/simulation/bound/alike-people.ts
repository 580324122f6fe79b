import { type Chain, type Moves, unmet } from '#core/memory/chain/chain.ts';
import { livedThrough, type Organisation } from '../organisation.ts';
import type { World } from '../worlds/worlds.ts';
import type { ArmClass, Entry } from './arm-class.ts';

/** People whose arms follow the same chains with the same weights and who answer alike: their best values are the same number. */
export type AlikePeople = { key: string; people: readonly number[]; arms: readonly ArmClass[] };

export type Behaviour = {
  /** Share of people who leave in a month. */
  leavingAMonth: number;
};

export function leavesAWeek({ leavingAMonth }: Behaviour): number {
  return 1 - (1 - leavingAMonth) ** (7 / 30.4);
}

/** An arm belongs to the class of its person with this chain and weight. */
export const armKey = (chain: number, weight: number): string => `${chain}:${weight}`;

type Arm = { chain: number; weight: number; introducedIn: number };

export function alikePeople(organisation: Organisation, world: World, behaviour: Behaviour): AlikePeople[] {
  const groups = new Map<string, number[]>();
  for (let person = 0; person < organisation.people; person += 1) {
    const arms = armsOf(organisation, world, person).map(
      ({ chain, weight, introducedIn }) => `${armKey(chain, weight)}:${introducedIn}`,
    );
    const key = `${organisation.answerRate[person]}|${arms.sort().join(' ')}`;
    groups.set(key, [...(groups.get(key) ?? []), person]);
  }
  return [...groups].map(([key, people]) => ({
    key,
    people,
    arms: classesOf(organisation, world, behaviour, people[0] ?? 0),
  }));
}

function armsOf({ lessons, weight, introducedIn }: Organisation, world: World, person: number): Arm[] {
  return Array.from({ length: lessons }, (_, lesson) => ({
    chain: world.chainOf(person, lesson),
    weight: weight[person * lessons + lesson] ?? 0,
    introducedIn: introducedIn[lesson] ?? 0,
  })).filter((arm) => arm.weight > 0);
}

function classesOf(organisation: Organisation, world: World, behaviour: Behaviour, person: number): ArmClass[] {
  const classes = new Map<string, Arm[]>();
  for (const arm of armsOf(organisation, world, person)) {
    const key = armKey(arm.chain, arm.weight);
    classes.set(key, [...(classes.get(key) ?? []), arm]);
  }
  return [...classes.values()].flatMap((arms) => {
    const chain = world.chains[arms[0]?.chain ?? 0];
    if (!chain) return [];
    return [
      {
        chain,
        chainIndex: arms[0]?.chain ?? 0,
        weight: arms[0]?.weight ?? 0,
        answerRate: organisation.answerRate[person] ?? 0,
        leaves: leavesAWeek(behaviour),
        entries: entriesOf(chain, arms),
      },
    ];
  });
}

function entriesOf(chain: Chain, arms: readonly Arm[]): Entry[] {
  return [...new Set(arms.map((arm) => arm.introducedIn))].map((week) => {
    const count = arms.filter((arm) => arm.introducedIn === week).length;
    const states = week === 0 ? startStates(chain) : oneState(chain, unmet);
    return { week, states: states.map((share) => share * count) };
  });
}

/** Chances of the states in which a lesson that exists at the start begins: never met, or lived through and fading since. */
function startStates(chain: Chain): Float64Array {
  const states = oneState(chain, unmet);
  states[unmet] = 1 - livedThrough.reduce((sum, lived) => sum + lived.chance, 0);
  for (const lived of livedThrough)
    statesAfterLiving(chain, lived.weeksAgo).forEach((chance, state) => {
      states[state] = (states[state] ?? 0) + chance * lived.chance;
    });
  return states;
}

/** Weeks between the two meetings that living through a crisis counts as: it begins, and a month later it has been worked through. */
export const crisisWeeks = 4;

function statesAfterLiving(chain: Chain, weeksAgo: number): Float64Array {
  let states = after(chain.right, oneState(chain, unmet));
  for (let week = 1; week < weeksAgo; week += 1)
    states = after(week === crisisWeeks ? chain.right : chain.quiet, states);
  return states;
}

function after(moves: Moves, states: Float64Array): Float64Array {
  const next = new Float64Array(states.length);
  states.forEach((mass, state) => {
    for (let entry = moves.from[state] ?? 0; entry < (moves.from[state + 1] ?? 0); entry += 1) {
      const to = moves.to[entry] ?? 0;
      next[to] = (next[to] ?? 0) + mass * (moves.chance[entry] ?? 0);
    }
  });
  return next;
}

function oneState(chain: Chain, state: number): Float64Array {
  const states = new Float64Array(chain.states);
  states[state] = 1;
  return states;
}
