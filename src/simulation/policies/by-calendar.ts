import { chance, uses } from '../chance.ts';
import { highestFirst } from '../choice.ts';
import { never } from '../history.ts';
import type { Organisation } from '../organisation.ts';
import type { Allowance, Desk, Policy } from '../policy.ts';

/** Policies that do not look at answers. */
export const nothing = (): Policy => ({ id: 'nothing', choose: () => [] });

/** One lesson for everybody every fourth week, in turn. */
export const newsletter = ({ organisation }: Desk): Policy => ({
  id: 'newsletter',
  choose: (week, allowance) => (week % 4 === 0 ? toEverybody(organisation, week, week / 4, allowance) : []),
});

export const broadcast = ({ organisation }: Desk): Policy => ({
  id: 'broadcast',
  choose: (week, allowance) => toEverybody(organisation, week, week, allowance),
});

/** The lesson whose turn it is, of those that exist, to as many people as may get e-mail. */
function toEverybody(
  { people, lessons, introducedIn }: Organisation,
  week: number,
  turn: number,
  allowance: Allowance,
) {
  if (allowance.perPerson < 1) return [];
  const there = [...introducedIn.keys()].filter((lesson) => (introducedIn[lesson] ?? 0) <= week);
  const lesson = there[turn % there.length] ?? 0;
  return Array.from({ length: Math.min(people, allowance.total) }, (_, person) => person * lessons + lesson);
}

export const random = ({ organisation, seed }: Desk): Policy => ({
  id: 'random',
  choose: highestFirst(organisation, 'all', (arm, week) => chance(seed, uses.policy, arm, week)),
});

/** The lesson that this person was sent longest ago. */
export const roundRobin = ({ organisation, history }: Desk, scope: 'all' | 'relevant'): Policy => ({
  id: scope === 'all' ? 'round-robin' : 'round-robin-relevant',
  choose: highestFirst(organisation, scope, (arm, week) => {
    const last = history.sentIn[arm] ?? never;
    return week - last;
  }),
});
