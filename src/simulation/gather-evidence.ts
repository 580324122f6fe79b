import type { EvidenceReport } from '#core/evidence/evidence-report.ts';
import type { PolicyId, SettingId, WorldId } from '#core/evidence/names.ts';
import type { SettingBound } from './bound/setting-bound.ts';
import type { Extent } from './extent.ts';
import {
  assumedWorld,
  type BoundJob,
  type Run,
  type RunJob,
  type RunsDone,
  usualBehaviour,
  usualReading,
} from './jobs.ts';
import { equalLessons, rolesAndWeights } from './organisations.ts';
import type { Change, Finished } from './report/finished.ts';
import { goalsOf } from './report/goals.ts';
import { boundsOf, calibrationOf, resultsOf } from './report/results.ts';
import { fatigueOf, sweepsOf } from './report/robustness.ts';
import { frontierOf, savingsOf } from './report/savings.ts';

/** Does jobs, in any order and on any number of threads; the answers come back in the order of the jobs. */
export type Runner = {
  bounds: (jobs: readonly BoundJob[]) => Promise<SettingBound[]>;
  runs: (jobs: readonly RunJob[]) => Promise<RunsDone[]>;
};

/** The whole simulation: bounds first, since the index takes its prices from them, then every run. */
export async function gatherEvidence(extent: Extent, runner: Runner): Promise<EvidenceReport> {
  const bounds = await gatherBounds(extent, runner);
  const planned = [...comparisons(extent, bounds), ...frontiers(extent), ...sweeps(extent), ...fatigue(extent)];
  const done = await runner.runs(planned.map(({ job }) => job));
  return reportOf(
    extent,
    bounds,
    done.map((result, index) => ({ planned: planned[index], result })),
  );
}

type Part = 'comparison' | 'frontier' | 'sweep' | 'fatigue';

type Planned = { part: Part; job: RunJob; change?: Change };

async function gatherBounds(extent: Extent, runner: Runner): Promise<Finished['bounds']> {
  const { teams, weeks, iterations } = extent;
  const jobs = extent.comparisons.flatMap(({ setting, worlds }) =>
    [...new Set([assumedWorld, ...worlds])].map((world): BoundJob => {
      return { kind: 'bound', setting, world, teams, weeks, iterations };
    }),
  );
  const bounds = await runner.bounds(jobs);
  return jobs.flatMap(({ setting, world }, index) => {
    const bound = bounds[index];
    return bound ? [{ setting, world, bound }] : [];
  });
}

function comparisons(extent: Extent, bounds: Finished['bounds']): Planned[] {
  const boundOf = (setting: SettingId, world: WorldId) =>
    bounds.find((entry) => entry.setting === setting && entry.world === world)?.bound ?? null;
  return extent.comparisons.flatMap(({ setting, worlds, policies, seeds }) =>
    worlds.flatMap((world) =>
      seeds.map((seed): Planned => {
        const runs = policies.map((policy): Run => ({ policy, mails: null }));
        const bound = boundOf(setting, world);
        const index = boundOf(setting, assumedWorld);
        return { part: 'comparison', job: { ...common(extent, setting, world, seed, runs), bound, index } };
      }),
    ),
  );
}

function frontiers(extent: Extent): Planned[] {
  const planners: readonly PolicyId[] = ['nodomoto-people', 'nodomoto'];
  const settings = extent.comparisons.filter(({ setting }) => setting.endsWith('weekly'));
  return settings.flatMap(({ setting, worlds }) =>
    extent.frontierWorlds
      .filter((world) => worlds.includes(world))
      .flatMap((world) =>
        extent.fewerSeeds.map((seed): Planned => {
          const runs = planners.flatMap((policy) => extent.frontierMails.map((mails): Run => ({ policy, mails })));
          return { part: 'frontier', job: common(extent, setting, world, seed, runs) };
        }),
      ),
  );
}

const changes: readonly (Change & Partial<RunJob>)[] = [
  ...[0, 0.15, 0.3].map((value) => {
    return { assumption: 'read-without-answering' as const, value, readingShare: value };
  }),
  ...[0.01, 0.02, 0.05, 0.1].map((value) => {
    return { assumption: 'leaving-a-month' as const, value, leavingAMonth: value };
  }),
  ...[0.5, 1, 1.5].map((value) => ({ assumption: 'answer-rate' as const, value, answerRateScale: value })),
];

const sweptPolicies: readonly PolicyId[] = [
  'nothing',
  'newsletter',
  'round-robin-relevant',
  'fsrs-90',
  'lowest-recall-weighted',
  'nodomoto-people',
  'nodomoto',
  'nodomoto-priced',
];

const sweptRuns = sweptPolicies.map((policy): Run => ({ policy, mails: null }));

function sweeps(extent: Extent): Planned[] {
  return changes.flatMap(({ assumption, value, ...changed }) =>
    extent.sweepWorlds.flatMap((world) =>
      extent.fewerSeeds.map((seed): Planned => {
        const job = { ...common(extent, 'weekly', world, seed, sweptRuns), ...changed };
        return { part: 'sweep', job, change: { assumption, value } };
      }),
    ),
  );
}

/** People who tire of e-mail, with every policy that is swept. */
function fatigue(extent: Extent): Planned[] {
  return extent.sweepWorlds.flatMap((world) =>
    extent.fewerSeeds.map((seed): Planned => {
      const job: RunJob = { ...common(extent, 'weekly', world, seed, sweptRuns), tires: true };
      return { part: 'fatigue', job };
    }),
  );
}

function common(extent: Extent, setting: SettingId, world: WorldId, seed: number, runs: readonly Run[]): RunJob {
  const { teams, weeks } = extent;
  return { kind: 'run', setting, world, seed, teams, weeks, runs, bound: null, index: null };
}

type Done = { planned: Planned | undefined; result: RunsDone };

function reportOf(extent: Extent, bounds: Finished['bounds'], done: readonly Done[]): EvidenceReport {
  const of = (part: Part) =>
    done.flatMap(({ planned, result }) => {
      if (planned?.part !== part) return [];
      const { setting, world, seed } = planned.job;
      return [{ setting, world, seed, change: planned.change, done: result, results: result.results }];
    });
  const finished: Finished = {
    bounds,
    comparisons: of('comparison'),
    frontiers: of('frontier'),
    sweeps: of('sweep').flatMap((entry) => (entry.change ? [{ ...entry, change: entry.change }] : [])),
    fatigue: of('fatigue'),
  };
  const figures = {
    size: extent.size,
    command: `npm run nudge -- simulate${extent.size === 'quick' ? ' --quick' : ''}`,
    weeks: extent.weeks,
    seeds: [...new Set(extent.comparisons.flatMap(({ seeds }) => seeds))],
    organisations: organisationsOf(extent),
    results: resultsOf(finished),
    bounds: boundsOf(finished),
    savings: savingsOf(finished),
    frontier: frontierOf(finished),
    calibration: calibrationOf(finished),
    sweeps: sweepsOf(finished),
    fatigue: fatigueOf(finished),
  };
  return { ...figures, goals: goalsOf(figures) };
}

function organisationsOf({ teams }: Extent): EvidenceReport['organisations'] {
  return [rolesAndWeights, equalLessons].map(({ id, teamSize, lessons, roles, answerRates }) => ({
    id,
    people: teams * teamSize,
    teams,
    lessons,
    roles,
    answerRates: [...answerRates],
    leavingAMonth: usualBehaviour.leavingAMonth,
    readWithoutAnswering: usualReading,
  }));
}
