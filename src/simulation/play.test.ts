import { expect, test } from 'vitest';
import type { PolicyId } from '#core/evidence/names.ts';
import { runPolicies } from './jobs.ts';

const job = (policies: readonly PolicyId[], seed = 7) => ({
  kind: 'run' as const,
  setting: 'weekly' as const,
  world: 'half-life' as const,
  seed,
  teams: 8,
  weeks: 30,
  runs: policies.map((policy) => ({ policy, mails: null })),
  bound: null,
  index: null,
});

test('the same seed gives the same figures, whatever was played before', () => {
  const alone = runPolicies(job(['nodomoto'])).results[0];
  const after = runPolicies(job(['memorize', 'sm-2', 'nodomoto'])).results[2];
  expect(after).toEqual(alone);
  expect(runPolicies(job(['nodomoto'], 8)).results[0]).not.toEqual(alone);
});

test('nobody gets more e-mails than the setting allows', () => {
  for (const { policy, outcome } of runPolicies(job(['random', 'nodomoto-people', 'nodomoto', 'expanding'])).results)
    expect(outcome.mailsPerPersonWeek, policy).toBeLessThanOrEqual(1);
  const rare = { ...job([]), runs: [{ policy: 'nodomoto' as const, mails: 0.1 }] };
  expect(runPolicies(rare).results[0]?.outcome.mailsPerPersonWeek).toBeCloseTo(0.1, 10);
});

test('counting teams keeps more teams in memory than counting people', () => {
  const [people, teams] = runPolicies(job(['nodomoto-people', 'nodomoto'])).results;
  expect(teams?.outcome.teamMemory).toBeGreaterThan(people?.outcome.teamMemory ?? 1);
});
