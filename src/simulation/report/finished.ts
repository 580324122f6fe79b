import type { PolicyId, SettingId, WorldId } from '#core/evidence/names.ts';
import type { SettingBound } from '../bound/setting-bound.ts';
import type { RunResult, RunsDone } from '../jobs.ts';
import type { Outcome } from '../tally.ts';

/** All that was run, before it is summed up. */
export type Finished = {
  bounds: readonly { setting: SettingId; world: WorldId; bound: SettingBound }[];
  comparisons: readonly { setting: SettingId; world: WorldId; seed: number; done: RunsDone }[];
  frontiers: readonly { setting: SettingId; world: WorldId; seed: number; results: readonly RunResult[] }[];
  sweeps: readonly { change: Change; world: WorldId; seed: number; results: readonly RunResult[] }[];
  fatigue: readonly { world: WorldId; seed: number; results: readonly RunResult[] }[];
};

export type Change = { assumption: 'read-without-answering' | 'leaving-a-month' | 'answer-rate'; value: number };

/** Groups entries by what `keyOf` makes of them, in order of first appearance. */
export function gathered<T>(entries: readonly T[], keyOf: (entry: T) => string): T[][] {
  return [...Map.groupBy(entries, keyOf).values()];
}

export function outcomeOf(results: readonly RunResult[], policy: PolicyId): Outcome | null {
  return results.find((result) => result.policy === policy)?.outcome ?? null;
}
