import type { Alternative, ExposureItem } from './exposure.ts';
import type { Answer, FiveAnswers } from './five-questions.ts';
import { type LeakRoute, leakRoutes } from './leak-routes.ts';

/**
 * Points of the two pillars; 100 in each. Ours and untested: chosen so that the ends are plain (one country, one supplier, nothing else: 0) and
 * so that a tested alternative outweighs any other single thing. Published on the desk, so that a trainer can argue with them.
 */
export const pillarPoints = {
  autonomy: { share: 25, suppliers: 15, alternative: 30, stock: 20, tiers: 10 },
  indispensability: { lead: 60, leak: 25, upheaval: 15 },
} as const;

/**
 * How much of its points each step earns, 0 to 1. `share` is full at a third or less and nothing at all of it; the EU's cap of 65 % from one
 * country (CRMA, Reg. 2024/1252) lies about half-way.
 */
const earned = {
  fullShare: 1 / 3,
  suppliers: [0, 0, 2 / 3, 1],
  alternative: { none: 0, known: 0.2, qualified: 0.6, tested: 1 } satisfies Record<Alternative, number>,
  tiers: [0, 0.5, 0.8, 1],
  /** With every route guarded: a lead that is guarded is not one that cannot leave. */
  guarded: 0.8,
} as const;

/** Points are whole, so that a reader can add them up; null where the answer is not known. */
type Scored<What> = What & { points: number | null; of: number };

export type AutonomyReason = Scored<
  | { what: 'share'; country: string | null; share: number | null }
  | { what: 'suppliers'; suppliers: number | null }
  | { what: 'alternative'; alternative: Alternative | null }
  | { what: 'stock'; stockDays: number | null; recoveryDays: number | null }
  | { what: 'tiers'; tiersMapped: number | null }
>;

/** `after` is the answer about the lead: a leak or an upheaval counts only after a yes. `guarded` are the routes that are, of those of a leak. */
export type IndispensabilityReason = Scored<
  | { what: 'lead' | 'upheaval'; answer: Answer; after: Answer }
  | { what: 'leak'; answer: Answer; after: Answer; guarded: readonly LeakRoute[] | null }
>;

export type PillarScore<Reason> = {
  /** 0 to 100, of what is known: an unknown answer is left out, it does not lower the score. Null when nothing is known. */
  score: number | null;
  /** Share of the pillar's points that rest on a known answer, 0 to 1: how certain the score is. */
  known: number;
  /** The score if every unknown turned out worst, and best. */
  low: number;
  high: number;
  reasons: readonly Reason[];
};

/** How well a team could do without the present source of an item: strategic autonomy. Uses no answer but the item's own figures. Pure. */
export function autonomyOf(item: ExposureItem): PillarScore<AutonomyReason> {
  const { share, suppliers, alternative, stockDays, recoveryDays, tiersMapped } = item;
  const of = pillarPoints.autonomy;
  return scoreOf([
    {
      what: 'share',
      country: item.origin,
      share,
      ...scored(of.share, share === null ? null : (1 - share) / (1 - earned.fullShare)),
    },
    {
      what: 'suppliers',
      suppliers,
      ...scored(of.suppliers, suppliers === null ? null : step(earned.suppliers, suppliers)),
    },
    {
      what: 'alternative',
      alternative,
      ...scored(of.alternative, alternative === null ? null : earned.alternative[alternative]),
    },
    { what: 'stock', stockDays, recoveryDays, ...scored(of.stock, coverOf(item)) },
    { what: 'tiers', tiersMapped, ...scored(of.tiers, tiersMapped === null ? null : step(earned.tiers, tiersMapped)) },
  ]);
}

/**
 * How much others need what a team holds: strategic indispensability. Without a lead there is nothing to guard or to overtake, so the score
 * is 0 and certain; while nobody knows whether there is one, nothing is known. A lead that could leave counts for more with each route that is guarded.
 * Pure.
 */
export function indispensabilityOf(
  { lead, leak, upheaval }: FiveAnswers,
  guarded: readonly LeakRoute[] | null,
): PillarScore<IndispensabilityReason> {
  const of = pillarPoints.indispensability;
  return scoreOf([
    { what: 'lead', answer: lead, after: lead, ...scored(of.lead, whether(lead, 'yes')) },
    { what: 'leak', answer: leak, after: lead, guarded, ...scored(of.leak, leakPart(lead, leak, guarded)) },
    { what: 'upheaval', answer: upheaval, after: lead, ...scored(of.upheaval, afterLead(lead, upheaval)) },
  ]);
}

function leakPart(lead: Answer, leak: Answer, guarded: readonly LeakRoute[] | null): number | null {
  if (lead === 'yes' && leak === 'yes') return (earned.guarded * (guarded?.length ?? 0)) / leakRoutes.length;
  return afterLead(lead, leak);
}

/** A threat to a lead earns its points by being absent. */
function afterLead(lead: Answer, threat: Answer): number | null {
  if (lead === 'yes') return whether(threat, 'no');
  return lead === 'no' ? 0 : null;
}

function whether(answer: Answer, wanted: Answer): number | null {
  if (answer === 'unknown') return null;
  return answer === wanted ? 1 : 0;
}

/** Share of the time to recover that the stock bridges; nothing to bridge is bridged, and what nobody said is not known. */
function coverOf({ stockDays, recoveryDays }: ExposureItem): number | null {
  if (recoveryDays !== null && recoveryDays <= 0) return 1;
  return stockDays === null || recoveryDays === null ? null : stockDays / recoveryDays;
}

/** The last step stands for every count beyond it. */
function step(steps: readonly number[], count: number): number {
  return steps[Math.min(Math.max(0, Math.floor(count)), steps.length - 1)] ?? 0;
}

function scored(of: number, part: number | null): { points: number | null; of: number } {
  return { points: part === null ? null : Math.round(of * Math.min(1, Math.max(0, part))), of };
}

function scoreOf<Reason extends Scored<unknown>>(reasons: readonly Reason[]): PillarScore<Reason> {
  const all = reasons.reduce((sum, reason) => sum + reason.of, 0);
  const knownPoints = reasons.reduce((sum, reason) => sum + (reason.points === null ? 0 : reason.of), 0);
  const points = reasons.reduce((sum, reason) => sum + (reason.points ?? 0), 0);
  return {
    score: knownPoints === 0 ? null : Math.round((100 * points) / knownPoints),
    known: knownPoints / all,
    low: points,
    high: points + all - knownPoints,
    reasons,
  };
}
