import type { TeamExposure } from './exposure.ts';
import { type CaseTraits, likenessOf, type RelevanceReason } from './relevance.ts';
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
  const roleFactor = lesson.roles.includes(role) ? 1 : weights.otherRole;
  return lesson.cases
    .map((traits) => {
      const { match, reasons } = likenessOf(traits, team.exposure, role, weights);
      const signal = team.signals.find((entry) => isSignalled(entry, lesson.id, traits)) ?? null;
      const score = roleFactor * (signal ? Math.max(match, weights.signalMatch) : match);
      const urgency = urgencyOf(
        {
          quietDays: quietDays(traits),
          witnessRatio: witnessRatio(team.joinedYears, traits.startedOn),
          signalId: signal?.id ?? null,
        },
        weights,
      );
      return { caseId: traits.id, score, weight: score * urgency.factor, reasons, urgency };
    })
    .sort((a, b) => b.weight - a.weight || a.caseId.localeCompare(b.caseId));
}
