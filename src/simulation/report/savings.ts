import type { FrontierPoint, Saving } from '#core/evidence/evidence-report.ts';
import type { PolicyId } from '#core/evidence/names.ts';
import { estimateOf, round } from '../estimates.ts';
import type { RunResult } from '../jobs.ts';
import { type Finished, gathered, outcomeOf } from './finished.ts';

/** Each measure is what one of the two planners is for. */
const measures = [
  { measure: 'recall', policy: 'nodomoto-people' },
  { measure: 'teamMemory', policy: 'nodomoto' },
] as const;

const notBaselines: readonly PolicyId[] = ['nothing', 'nodomoto', 'nodomoto-people', 'nodomoto-priced'];

export function frontierOf(finished: Finished): FrontierPoint[] {
  return gathered(finished.frontiers, ({ setting, world }) => `${setting} ${world}`).flatMap((entries) => {
    const [first] = entries;
    if (!first) return [];
    return first.results.map(({ policy, mails }) => {
      const outcomes = entries.flatMap((entry) => at(entry.results, policy, mails)?.outcome ?? []);
      const mean = (of: 'mailsPerPersonWeek' | 'recall' | 'teamMemory') =>
        estimateOf(outcomes.map((outcome) => outcome[of])).mean;
      return {
        setting: first.setting,
        world: first.world,
        policy,
        mailsPerPersonWeek: mean('mailsPerPersonWeek'),
        recall: mean('recall'),
        teamMemory: mean('teamMemory'),
      };
    });
  });
}

/** E-mails for the same memory, seed by seed: each baseline is set against the planner's frontier with the same people and luck. */
export function savingsOf(finished: Finished): Saving[] {
  const compared = finished.comparisons.filter((entry) => frontierFor(finished, entry) !== undefined);
  return gathered(compared, ({ setting, world }) => `${setting} ${world}`).flatMap((entries) => {
    const [first] = entries;
    if (!first) return [];
    const baselines = first.done.results.map((result) => result.policy).filter((id) => !notBaselines.includes(id));
    return baselines.flatMap((baseline) =>
      measures.map(({ measure, policy }) => {
        const ratios = entries.map((entry) => ratioOf(finished, entry, baseline, measure, policy));
        const known = ratios.filter((ratio) => ratio !== null);
        const mails = known.length === ratios.length ? estimateOf(known) : null;
        return { setting: first.setting, world: first.world, policy, baseline, measure, mails };
      }),
    );
  });
}

function frontierFor({ frontiers }: Finished, entry: Finished['comparisons'][number]) {
  return frontiers.find(
    ({ setting, world, seed }) => setting === entry.setting && world === entry.world && seed === entry.seed,
  );
}

type Measure = (typeof measures)[number]['measure'];

function ratioOf(
  finished: Finished,
  entry: Finished['comparisons'][number],
  baseline: PolicyId,
  measure: Measure,
  policy: PolicyId,
): number | null {
  const reached = outcomeOf(entry.done.results, baseline);
  const nothing = outcomeOf(entry.done.results, 'nothing');
  const frontier = frontierFor(finished, entry);
  if (!reached || !nothing || !frontier) return null;
  const points = frontier.results
    .filter((result) => result.policy === policy)
    .map(({ outcome }) => ({ mails: outcome.mailsPerPersonWeek, level: outcome[measure] }))
    .sort((a, b) => a.mails - b.mails);
  const mails = mailsFor(reached[measure], [{ mails: 0, level: nothing[measure] }, ...points]);
  return mails === null ? null : round(mails / reached.mailsPerPersonWeek);
}

/** The fewest e-mails that reach a level, on the straight lines between points; null when none does. */
export function mailsFor(level: number, points: readonly { mails: number; level: number }[]): number | null {
  for (const [index, point] of points.entries()) {
    if (point.level < level) continue;
    const before = points[index - 1];
    if (!before) return point.mails;
    const way = (level - before.level) / (point.level - before.level);
    return before.mails + way * (point.mails - before.mails);
  }
  return null;
}

function at(results: readonly RunResult[], policy: PolicyId, mails: number | null): RunResult | null {
  return results.find((result) => result.policy === policy && result.mails === mails) ?? null;
}
