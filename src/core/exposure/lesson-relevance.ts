import type { TeamExposure } from './exposure.ts';
import {
  type CaseTraits,
  likenessForRole,
  matchForRole,
  pointsOf,
  type RelevanceReason,
  sharedByAll,
} from './relevance.ts';
import { isSignalled, type Signal } from './signal.ts';
import { type Urgency, urgencyOf, witnessRatio } from './urgency.ts';
import type { RelevanceWeights } from './weights.ts';

/** A team as relevance sees it. */
export type RelevantTeam = {
  exposure: TeamExposure;
  /** Year in which each member joined; null where it is not known. */
  joinedYears: readonly (number | null)[];
  signals: readonly Signal[];
};

export type RelevantLesson = { id: string; roles: readonly string[]; cases: readonly CaseTraits[] };

/** How much one case of a lesson concerns a person. */
export type CaseRelevance = {
  caseId: string;
  /** Likeness, halved outside the lesson's roles, 0 to 1: whether it concerns them at all. */
  score: number;
  /** Score times urgency: what it is worth now. */
  weight: number;
  reasons: RelevanceReason[];
  urgency: Urgency;
};

/**
 * The cases of a lesson by what they are worth to a person of `role` now, the nearest first. `quietDays` gives the days since anybody of
 * the team had to do with a case of this lesson. Empty only for a lesson without cases.
 */
export function relevantCases(
  lesson: RelevantLesson,
  team: RelevantTeam,
  role: string,
  quietDays: (traits: CaseTraits) => number,
  weights: RelevanceWeights,
): CaseRelevance[] {
  return casesForRole(lesson, casesForTeam(lesson, team, quietDays, weights), role, weights);
}

/** What of a case is the same for everybody of a team, with the points of what it shares with all. */
export type TeamCase = { traits: CaseTraits; shared: RelevanceReason[]; points: number; urgency: Urgency };

/** The cases of a lesson as they stand with a team, whatever the role: see `relevantCases`. */
export function casesForTeam(
  lesson: RelevantLesson,
  team: RelevantTeam,
  quietDays: (traits: CaseTraits) => number,
  weights: RelevanceWeights,
): TeamCase[] {
  return lesson.cases.map((traits) => {
    const signal = team.signals.find((entry) => isSignalled(entry, lesson.id, traits)) ?? null;
    const facts = {
      quietDays: quietDays(traits),
      witnessRatio: witnessRatio(team.joinedYears, traits.startedOn),
      signalId: signal?.id ?? null,
    };
    const shared = sharedByAll(traits, team.exposure);
    return { traits, shared, points: pointsOf(shared, weights), urgency: urgencyOf(facts, weights) };
  });
}

/** The same cases for somebody of `role`, what is worth most to them first. */
export function casesForRole(
  lesson: RelevantLesson,
  cases: readonly TeamCase[],
  role: string,
  weights: RelevanceWeights,
): CaseRelevance[] {
  return cases
    .map((entry) => {
      const { traits, shared, urgency } = entry;
      const score = scoreForRole(lesson, entry, role, weights);
      const { reasons } = likenessForRole(shared, traits, role, weights);
      return { caseId: traits.id, score, weight: score * urgency.factor, reasons, urgency };
    })
    .sort((a, b) => b.weight - a.weight || a.caseId.localeCompare(b.caseId));
}

/** The greatest weight of these cases for somebody of `role`: that of the first of `casesForRole`, without the rest. */
export function mostWeightForRole(
  lesson: RelevantLesson,
  cases: readonly TeamCase[],
  role: string,
  weights: RelevanceWeights,
): number {
  let most = 0;
  for (const entry of cases) most = Math.max(most, scoreForRole(lesson, entry, role, weights) * entry.urgency.factor);
  return most;
}

function scoreForRole(
  lesson: RelevantLesson,
  { traits, points, urgency }: TeamCase,
  role: string,
  weights: RelevanceWeights,
): number {
  const match = matchForRole(points, traits, role, weights);
  const roleFactor = lesson.roles.includes(role) ? 1 : weights.otherRole;
  return roleFactor * (urgency.signalId === null ? match : Math.max(match, weights.signalMatch));
}
