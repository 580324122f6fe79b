import type { Fatigue, Sweep } from '#core/evidence/evidence-report.ts';
import type { PolicyId } from '#core/evidence/names.ts';
import { estimateOf } from '../estimates.ts';
import type { Outcome } from '../tally.ts';
import { type Finished, gathered } from './finished.ts';

export function sweepsOf(finished: Finished): Sweep[] {
  const keyOf = ({ change, world }: Finished['sweeps'][number]) => `${change.assumption} ${change.value} ${world}`;
  return gathered(finished.sweeps, keyOf).flatMap((entries) => {
    const [first] = entries;
    if (!first) return [];
    return first.results.map(({ policy }) => ({
      ...first.change,
      world: first.world,
      policy,
      recall: over(entries, policy, 'recall'),
      teamMemory: over(entries, policy, 'teamMemory'),
      mailsPerPersonWeek: over(entries, policy, 'mailsPerPersonWeek'),
    }));
  });
}

export function fatigueOf(finished: Finished): Fatigue[] {
  return gathered(finished.fatigue, ({ world }) => world).flatMap((entries) => {
    const [first] = entries;
    if (!first) return [];
    return first.results.map(({ policy }) => ({
      world: first.world,
      policy,
      mailsPerPersonWeek: over(entries, policy, 'mailsPerPersonWeek'),
      unsubscribed: estimateOf(
        entries.flatMap(({ results }) => results.find((result) => result.policy === policy)?.unsubscribed ?? []),
      ),
      recall: over(entries, policy, 'recall'),
      teamMemory: over(entries, policy, 'teamMemory'),
    }));
  });
}

function over(entries: readonly Pick<Finished['fatigue'][number], 'results'>[], policy: PolicyId, of: keyof Outcome) {
  return estimateOf(
    entries.flatMap(({ results }) => results.find((result) => result.policy === policy)?.outcome[of] ?? []),
  );
}
