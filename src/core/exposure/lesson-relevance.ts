import { type Condition, factsMeeting, type LicensedGoods, type ProfileFact } from './condition.ts';
import type { TeamExposure } from './exposure.ts';
import { type CaseTraits, likenessOf, type RelevanceReason } from './relevance.ts';
import { isSignalled, type Signal } from './signal.ts';
import { type Urgency, urgencyOf, witnessRatio } from './urgency.ts';
import { type RelevanceWeights, sharedKinds } from './weights.ts';

/** A team as relevance sees it. */
export type RelevantTeam = {
  exposure: TeamExposure;
  /** How much the team's profile reads like each case, 0 to 1; a case it shares no word with is left out. */
  textLikeness: ReadonlyMap<string, number>;
  /** Year in which each member joined; null where it is not known. */
  joinedYears: readonly (number | null)[];
  signals: readonly Signal[];
};

/** How much a lesson is a role's own work: 3 the core of it, 2 a part, 1 good to know, 0 none. */
export type RoleGrades = ReadonlyMap<string, number>;

export const mostGrade = 3;

export type RelevantLesson = {
  id: string;
  roleGrades: RoleGrades;
  /** How widely it applies, 0 to 3: the mean grade that readers gave it. */
  reach: number;
  /** When it matters to a team: each that is met counts. */
  when: readonly Condition[];
  licensed: LicensedGoods;
  cases: readonly CaseTraits[];
};

/** How much one case of a lesson concerns a person. */
export type CaseRelevance = {
  caseId: string;
  /** Likeness, lowered outside the lesson's roles, 0 to 1: whether it concerns them at all. */
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
  const grade = (lesson.roleGrades.get(role) ?? 0) / mostGrade;
  const roleFactor = weights.otherRole + (1 - weights.otherRole) * grade;
  const met = conditionsMet(lesson, team.exposure);
  const ofLesson =
    weights.points.role * grade + weights.points.condition * met.strength + (weights.reach * lesson.reach) / mostGrade;
  const ownReasons = [
    ...met.holds.slice(0, 1).map((holds): RelevanceReason => ({ kind: 'condition', holds })),
    ...(grade >= worksWithIt ? [{ kind: 'role', role } as const] : []),
  ];
  return lesson.cases
    .map((traits) => {
      const text = team.textLikeness.get(traits.id) ?? 0;
      const { points, reasons } = likenessOf(traits, team.exposure, text, weights);
      const match = Math.min(1, (points + ofLesson) / weights.fullMatch);
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
      return {
        caseId: traits.id,
        score,
        weight: score * urgency.factor,
        reasons: strongestFirst([...reasons, ...ownReasons]),
        urgency,
      };
    })
    .sort((a, b) => b.weight - a.weight || a.caseId.localeCompare(b.caseId));
}

/** From this part of the grades on, a lesson is part of a role's work and not only good to know. */
const worksWithIt = 2 / mostGrade;

/** Each condition met leaves half of what was missing: one is much, three are not three times as much. */
function conditionsMet(
  { when, licensed }: RelevantLesson,
  exposure: TeamExposure,
): { strength: number; holds: ProfileFact[] } {
  const met = when.flatMap((condition) => {
    const facts = factsMeeting(condition, exposure, licensed);
    return facts ? [facts] : [];
  });
  return { strength: met.length === 0 ? 0 : 1 - 0.5 ** met.length, holds: met.flat() };
}

function strongestFirst(reasons: readonly RelevanceReason[]): RelevanceReason[] {
  return [...reasons].sort((a, b) => sharedKinds.indexOf(a.kind) - sharedKinds.indexOf(b.kind));
}
