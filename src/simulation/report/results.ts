import type { Bound, Calibration, PolicyResult } from '#core/evidence/evidence-report.ts';
import { estimateOf } from '../estimates.ts';
import type { RunsDone } from '../jobs.ts';
import type { Outcome } from '../tally.ts';
import { type Finished, gathered, outcomeOf } from './finished.ts';

export function resultsOf(finished: Finished): PolicyResult[] {
  return ofEachSetting(finished).flatMap((entries) => {
    const [first] = entries;
    if (!first) return [];
    const { setting, world, done } = first;
    return done.results.map(({ policy }) => {
      const outcomes = entries.flatMap((entry) => outcomeOf(entry.done.results, policy) ?? []);
      const of = (measure: keyof Outcome) => estimateOf(outcomes.map((outcome) => outcome[measure]));
      return {
        setting,
        world,
        policy,
        recall: of('recall'),
        share: estimateOf(entries.map((entry) => shareOf(entry.done, policy))),
        teamMemory: of('teamMemory'),
        mailsPerPersonWeek: of('mailsPerPersonWeek'),
        worstDecile: of('worstDecile'),
        quietWeeks: of('quietWeeks'),
      };
    });
  });
}

/** Share of attainable in one seed; the bound is the one for how its people began. */
function shareOf(done: RunsDone, policy: PolicyResult['policy']): number {
  const nothing = outcomeOf(done.results, 'nothing')?.total ?? 0;
  const total = outcomeOf(done.results, policy)?.total ?? 0;
  return (total - nothing) / ((done.bound ?? Number.NaN) - nothing);
}

export function boundsOf(finished: Finished): Bound[] {
  return ofEachSetting(finished).flatMap((entries) => {
    const [first] = entries;
    if (!first) return [];
    const { setting, world } = first;
    const known = finished.bounds.find((entry) => entry.setting === setting && entry.world === world);
    const nothing = entries.flatMap((entry) => outcomeOf(entry.done.results, 'nothing') ?? []);
    const scale = (nothing[0]?.total ?? 0) / (nothing[0]?.recall ?? 1);
    return [
      {
        setting,
        world,
        recallNothing: estimateOf(nothing.map((outcome) => outcome.recall)),
        recallBound: estimateOf(entries.map((entry) => (entry.done.bound ?? Number.NaN) / scale)),
        iterations: known?.bound.iterations ?? 0,
      },
    ];
  });
}

/** How well answers were predicted, with one e-mail a person a week. */
export function calibrationOf(finished: Finished): Calibration[] {
  return ofEachSetting(finished).flatMap((entries) => {
    const [first] = entries;
    const scores = entries.flatMap((entry) => entry.done.predictions ?? []);
    if (first?.setting !== 'weekly' || scores.length === 0) return [];
    const of = (who: 'planner' | 'movingAverage', measure: 'logLoss' | 'rmseBins') =>
      estimateOf(scores.map((score) => score[who][measure]));
    return [
      {
        world: first.world,
        answers: scores.reduce((sum, score) => sum + score.answers, 0),
        logLoss: { planner: of('planner', 'logLoss'), movingAverage: of('movingAverage', 'logLoss') },
        rmseBins: { planner: of('planner', 'rmseBins'), movingAverage: of('movingAverage', 'rmseBins') },
        bins:
          scores[0]?.bins.map(({ predicted, observed, answers }) => ({
            predicted: estimateOf([predicted]).mean,
            observed: estimateOf([observed]).mean,
            answers,
          })) ?? [],
      },
    ];
  });
}

function ofEachSetting(finished: Finished): Finished['comparisons'][number][][] {
  return gathered(finished.comparisons, ({ setting, world }) => `${setting} ${world}`);
}
