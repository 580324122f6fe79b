import { scaleLinear } from 'd3-scale';
import type { Estimate, EvidenceReport } from '#core/evidence/evidence-report.ts';
import type { PolicyId, WorldId } from '#core/evidence/names.ts';
import { isOurs, type Measure, ourRule, resultIn, worldsOf } from './among-results.ts';

/** A place in a plot of 100 by 100, from the top left. */
export type Place = { x: number; y: number };

export type TradeOffMark = Place & { policy: PolicyId; mails: number; level: number };

export type TradeOff = {
  world: WorldId;
  /** Our frontier from no e-mail on, as the points of a polyline. */
  line: string;
  nothing: TradeOffMark | null;
  others: TradeOffMark[];
  baseline: TradeOffMark | null;
  /** Where our frontier comes to what the baseline reaches, and with what share of its e-mails; null where it does not. */
  reached: (Place & { mails: Estimate }) | null;
};

export type TradeOffScale = { most: number; ticks: { x: number; mails: number }[]; x: (mails: number) => number };

/** E-mails a person and week along the foot, from none to the most that anybody sends. */
export function tradeOffScale({ results, frontier }: Pick<EvidenceReport, 'results' | 'frontier'>): TradeOffScale {
  const weekly = results.filter(({ setting }) => setting === 'weekly');
  const most = Math.max(...weekly.map((entry) => entry.mailsPerPersonWeek.mean), ...frontier.map(mailsOf), 0.1);
  const scale = scaleLinear([0, most], [0, 100]);
  return {
    most,
    ticks: scale.ticks(2).map((mails) => ({ mails, x: tenth(scale(mails)) })),
    x: (mails) => tenth(scale(mails)),
  };
}

/** One drawing for each world in which our rule was run with several numbers of e-mails. */
export function tradeOffs(report: EvidenceReport, measure: Measure, baseline: PolicyId): TradeOff[] {
  const scale = tradeOffScale(report);
  return worldsOf(report, 'weekly').flatMap((world) => {
    const points = report.frontier
      .filter((point) => point.setting === 'weekly' && point.world === world && point.policy === ourRule[measure])
      .toSorted((a, b) => a.mailsPerPersonWeek - b.mailsPerPersonWeek);
    if (points.length === 0) return [];
    const markOf = (policy: PolicyId): TradeOffMark | null => {
      const result = resultIn(report, 'weekly', world, policy);
      if (!result) return null;
      const [mails, level] = [result.mailsPerPersonWeek.mean, result[measure].mean];
      return { policy, mails, level, x: scale.x(mails), y: upwards(level) };
    };
    const nothing = markOf('nothing');
    const theirs = markOf(baseline);
    const line = [
      ...(nothing ? [nothing] : []),
      ...points.map((point) => ({ x: scale.x(point.mailsPerPersonWeek), y: upwards(point[measure]) })),
    ];
    return [
      {
        world,
        line: line.map(({ x, y }) => `${x},${y}`).join(' '),
        nothing,
        others: othersIn(report, world, baseline).flatMap((policy) => markOf(policy) ?? []),
        baseline: theirs,
        reached: reachedIn(report, world, measure, theirs, scale),
      },
    ];
  });
}

function othersIn({ results }: EvidenceReport, world: WorldId, baseline: PolicyId): PolicyId[] {
  return results
    .filter((entry) => entry.setting === 'weekly' && entry.world === world)
    .map(({ policy }) => policy)
    .filter((policy) => policy !== 'nothing' && policy !== baseline && !isOurs(policy));
}

function reachedIn(
  report: EvidenceReport,
  world: WorldId,
  measure: Measure,
  baseline: TradeOffMark | null,
  scale: TradeOffScale,
): TradeOff['reached'] {
  const mails = baseline && savingOn(report, world, baseline.policy, measure);
  return baseline && mails ? { mails, x: scale.x(mails.mean * baseline.mails), y: baseline.y } : null;
}

/** E-mails we need for what a rule reaches, as a share of its own; null when our frontier does not get there. */
export function savingOn(
  { savings }: EvidenceReport,
  world: WorldId,
  baseline: PolicyId,
  measure: Measure,
): Estimate | null {
  const found = savings.find(
    (entry) =>
      entry.setting === 'weekly' && entry.world === world && entry.measure === measure && entry.baseline === baseline,
  );
  return found?.mails ?? null;
}

/** The numbers of e-mails our rules were run with, the fewest first. */
export function frontierMails({ frontier }: EvidenceReport): number[] {
  const weekly = frontier.filter(({ setting }) => setting === 'weekly');
  return [...new Set(weekly.map(mailsOf))].toSorted((a, b) => a - b);
}

export function frontierPoint({ frontier }: EvidenceReport, world: WorldId, policy: PolicyId, mails: number) {
  return frontier.find(
    (point) =>
      point.setting === 'weekly' &&
      point.world === world &&
      point.policy === policy &&
      point.mailsPerPersonWeek === mails,
  );
}

const mailsOf = ({ mailsPerPersonWeek }: { mailsPerPersonWeek: number }) => mailsPerPersonWeek;

/** A chance of 0 to 1, upwards. */
export function upwards(chance: number): number {
  return tenth(100 * (1 - chance));
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
