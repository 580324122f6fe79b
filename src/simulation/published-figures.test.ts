import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type EvidenceReport, evidenceReport } from '#core/evidence/evidence-report.ts';
import type { PolicyId } from '#core/evidence/names.ts';
import { keptByDigest } from '#testing/kept-by-digest.ts';
import { quickExtent } from './extent.ts';
import { gatherEvidence } from './gather-evidence.ts';
import { runBound, runPolicies } from './jobs.ts';
import { goalsOf } from './report/goals.ts';

const published = (file: string) => evidenceReport.parse(JSON.parse(readFileSync(`public/evidence/${file}`, 'utf8')));

/** The quick run without what this test does not look at. */
const few: readonly PolicyId[] = ['nothing', 'newsletter', 'nodomoto-people', 'nodomoto'];
const extent = {
  ...quickExtent,
  comparisons: quickExtent.comparisons
    .filter(({ setting }) => setting === 'weekly')
    .map((comparison) => ({ ...comparison, policies: few })),
  frontierWorlds: [],
};

const oneThread = {
  bounds: async (jobs: Parameters<typeof runBound>[0][]) => jobs.map(runBound),
  runs: async (jobs: Parameters<typeof runPolicies>[0][]) => jobs.map(runPolicies),
};

const inputs = { sources: ['src/core', 'src/simulation'], settings: extent };

const report = evidenceReport.parse(
  await keptByDigest('played', inputs, () =>
    gatherEvidence(extent, {
      bounds: (jobs) => oneThread.bounds([...jobs]),
      runs: (jobs) => oneThread.runs([...jobs]),
    }),
  ),
);

const figuresOf = ({ results }: EvidenceReport, policy: PolicyId) =>
  results.filter((result) => result.setting === 'weekly' && result.policy === policy);

test('the planner’s share of the attainable is not more than 0.3 points below what is published', () => {
  const before = published('simulation-quick.json');
  const now = figuresOf(report, 'nodomoto-people');
  expect(now).not.toEqual([]);
  for (const { world, share } of now) {
    const then = figuresOf(before, 'nodomoto-people').find((result) => result.world === world);
    expect(share.mean, world).toBeGreaterThanOrEqual((then?.share.mean ?? Number.NaN) - 0.003);
  }
});

test.each(['simulation.json', 'simulation-quick.json'])('the goals of %s are what its figures say', (file) => {
  const { goals, ...figures } = published(file);
  expect(goals).toEqual(goalsOf(figures));
});

test('in every world nothing teaches less than a newsletter, and a newsletter less than the planner', () => {
  for (const { world } of figuresOf(report, 'nothing')) {
    const [nothing, newsletter, planner, teams] = few.map((policy) =>
      figuresOf(report, policy).find((result) => result.world === world),
    );
    expect(newsletter?.recall.mean, world).toBeGreaterThan(nothing?.recall.mean ?? Number.NaN);
    expect(planner?.recall.mean, world).toBeGreaterThan(newsletter?.recall.mean ?? Number.NaN);
    expect(teams?.teamMemory.mean, world).toBeGreaterThan(newsletter?.teamMemory.mean ?? Number.NaN);
  }
});

test('nobody passes the bound by more than chance', () => {
  for (const result of report.results) expect(result.share.mean, `${result.world} ${result.policy}`).toBeLessThan(1.03);
});

test('what is published is whole: every goal judged, every figure a number', () => {
  const full = published('simulation.json');
  expect(full.size).toBe('full');
  expect(full.goals).toHaveLength(11);
  expect(full.results.length).toBeGreaterThan(400);
});
