import { figuresHeld } from './smallest-team.ts';

/** No figure of a page that leaves the desk stands for fewer people than this. */
export const leastShownAlone = 4;

type Team = { id: number; on: string; people: readonly { leavesOn: string | null }[] };

/**
 * Which teams may be shown alone on a page for directors, and which only together: small ones, when they are at least two and together enough. Of the
 * rest nothing is counted, so that no difference tells of them.
 */
export function namedTeams(teams: readonly Team[], smallest: number): { alone: number[]; together: number[] } {
  const least = Math.max(leastShownAlone, smallest);
  const held = teams.map((team) => ({ ...team, held: figuresHeld(team.people, team.on, least) }));
  const small = held.filter(({ held: why, people }) => why === 'too-few' && people.length > 0);
  const people = small.reduce((sum, team) => sum + team.people.length, 0);
  return {
    alone: held.filter(({ held: why }) => why === null).map(({ id }) => id),
    together: small.length > 1 && people >= least ? small.map(({ id }) => id) : [],
  };
}
