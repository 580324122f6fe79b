import type { PolicyId, SettingId, WorldId } from '#core/evidence/names.ts';
import { alikePeople, type Behaviour } from './bound/alike-people.ts';
import { boundForStart, type SettingBound, settingBound } from './bound/setting-bound.ts';
import { organisationOf } from './organisation.ts';
import { type Play, play, startStates } from './play.ts';
import { policyOf } from './policies/all.ts';
import { type IndexTables, indexTables } from './policies/by-index.ts';
import { type PredictionScores, Predictions } from './predictions.ts';
import { allowanceOf, type Setting, settingOf } from './settings.ts';
import { type Outcome, Tally } from './tally.ts';
import { type World, worldOf } from './worlds/worlds.ts';

export const usualReading = 0.15;
export const usualBehaviour: Behaviour = { leavingAMonth: 0.02 };

/** The world whose model the planner and the index assume. */
export const assumedWorld: WorldId = 'fsrs-decay-50';

export type BoundJob = {
  kind: 'bound';
  setting: SettingId;
  world: WorldId;
  teams: number;
  weeks: number;
  iterations: number;
};

export type RunJob = {
  kind: 'run';
  setting: SettingId;
  world: WorldId;
  seed: number;
  teams: number;
  weeks: number;
  runs: readonly Run[];
  bound: SettingBound | null;
  /** Bound of the assumed world, from which the index takes its prices. */
  index: SettingBound | null;
  readingShare?: number;
  leavingAMonth?: number;
  answerRateScale?: number;
  tires?: boolean;
};

/** One policy, with the setting's e-mails or, for the frontier, with this many per person and week, pooled. */
export type Run = { policy: PolicyId; mails: number | null };

export type RunResult = { policy: PolicyId; mails: number | null; outcome: Outcome; unsubscribed: number };

export type RunsDone = { results: RunResult[]; bound: number | null; predictions: PredictionScores | null };

export function runBound(job: BoundJob): SettingBound {
  const setting = settingOf(job.setting, job.teams);
  return settingBound(setting, organisationOf(setting.shape, 0), worldOf(job.world, usualReading), usualBehaviour, job);
}

/** Plays every policy of a job through the same world with the same luck. */
export function runPolicies(job: RunJob): RunsDone {
  const setting = settingOf(job.setting, job.teams);
  const world = worldOf(job.world, job.readingShare ?? usualReading);
  const organisation = organisationOf(scaled(setting, job.answerRateScale ?? 1).shape, job.seed);
  const behaviour = { leavingAMonth: job.leavingAMonth ?? usualBehaviour.leavingAMonth };
  const tables = tablesOf(setting, job.index);
  let predictions: Predictions | null = null;
  const results = job.runs.map(({ policy, mails }): RunResult => {
    const limit = mails === null ? setting : { ...setting, perPerson: 2, everyWeeks: 1, pooledPerPerson: mails };
    const tally = new Tally(organisation);
    const watched = policy === 'nodomoto-people' && mails === null;
    if (watched) predictions = new Predictions(organisation.people, organisation.lessons);
    const game: Play = {
      world,
      organisation,
      behaviour,
      weeks: job.weeks,
      seed: job.seed,
      allowanceIn: (week) => allowanceOf(limit, week),
      mailsPerPersonWeek: limit.pooledPerPerson ?? limit.perPerson / limit.everyWeeks,
      policyAt: (desk) => policyOf(policy, desk, tables),
      ...(job.tires ? { unsubscribes } : {}),
    };
    const { unsubscribed } = play(game, {
      week: (week, recallOf, mailsTo) => tally.week(week, recallOf, mailsTo),
      answer: (arm, _, right, predicted) => {
        if (watched) predictions?.answer(arm, right, predicted);
      },
    });
    return { policy, mails, outcome: tally.outcome(), unsubscribed };
  });
  const bound =
    job.bound &&
    boundForStart(
      job.bound,
      organisation,
      world,
      alikePeople(organisation, world, behaviour),
      startStates({ world, organisation, seed: job.seed }),
    );
  return { results, bound, predictions: scoresOf(predictions) };
}

function scoresOf(predictions: Predictions | null): PredictionScores | null {
  return predictions?.scores() ?? null;
}

function tablesOf(setting: Setting, bound: SettingBound | null): IndexTables {
  if (!bound) return { states: 0, ofPerson: [] };
  const organisation = organisationOf(setting.shape, 0);
  const groups = alikePeople(organisation, assumed(), usualBehaviour);
  return indexTables(groups, (key) => {
    const prices = bound.kinds.find((kind) => kind.key === key)?.prices;
    if (!prices) throw new RangeError(`The bound of the assumed world has no prices for ${key}.`);
    return prices;
  });
}

function assumed(): World {
  return worldOf(assumedWorld, usualReading);
}

function scaled(setting: Setting, scale: number): Setting {
  const answerRates = setting.shape.answerRates.map((rate) => Math.min(1, rate * scale));
  return { ...setting, shape: { ...setting.shape, answerRates } };
}

/** Chance of unsubscribing in a week: steeper than in proportion, as a second mail in a week annoys more than the first (Damgaard & Gravert 2018). Assumed. */
function unsubscribes(mails: number): number {
  return 0.0005 * mails + 0.001 * mails ** 2;
}
