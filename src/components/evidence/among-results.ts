import type { EvidenceReport, PolicyResult } from '#core/evidence/evidence-report.ts';
import { type PolicyId, type SettingId, type WorldId, worldIds } from '#core/evidence/names.ts';

/** Nodomoto's own rules, whatever they count. */
export const isOurs = (policy: PolicyId): boolean => policy.startsWith('nodomoto');

/** The world whose model the planner takes for the true one. */
export const [assumedWorld] = worldIds;

/** What our rule is for: when every person counts alike, recall; when teams are counted, that two of a team recall. */
export const ourRule = { recall: 'nodomoto-people', teamMemory: 'nodomoto' } as const satisfies Record<
  'recall' | 'teamMemory',
  PolicyId
>;

export type Measure = keyof typeof ourRule;

export function resultIn(
  { results }: Pick<EvidenceReport, 'results'>,
  setting: SettingId,
  world: WorldId,
  policy: PolicyId,
): PolicyResult | undefined {
  return results.find((entry) => entry.setting === setting && entry.world === world && entry.policy === policy);
}

/** The worlds a setting was played in, in the order of the report. */
export function worldsOf({ results }: Pick<EvidenceReport, 'results'>, setting: SettingId): WorldId[] {
  return [...new Set(results.filter((entry) => entry.setting === setting).map(({ world }) => world))];
}

/** The policies that were played, in the order of the report. */
export function policiesOf({ results }: Pick<EvidenceReport, 'results'>, setting: SettingId): PolicyId[] {
  return [...new Set(results.filter((entry) => entry.setting === setting).map(({ policy }) => policy))];
}
