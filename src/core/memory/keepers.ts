import { recallCounts } from './team-memory.ts';

/**
 * Chance that exactly one of the team recalls: the lesson then hangs on one person, who may be on leave on the day.
 */
export function singleKeeperRisk(chances: readonly number[]): number {
  return recallCounts(chances, 2)[1] ?? 0;
}
