import { type Condition, factsMeeting, type LicensedGoods, type ProfileFact } from './condition.ts';
import type { TeamExposure } from './exposure.ts';
import { type CaseTraits, type Count, likenessOf, pointsOf, type RelevanceReason } from './relevance.ts';
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
  /** What the score was counted from, before its role lowered it. */
  counts: readonly Count[];
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

/** What of a case is the same for everybody of a team, with its points but for those of the role. */
export type TeamCase = {
  caseId: string;
  reasons: RelevanceReason[];
  counts: readonly Count[];
  points: number;
  urgency: Urgency;
};

/** The cases of a lesson as they stand with a team, whatever the role: the most of the work, so it is done once a team. See `relevantCases`. */
export function casesForTeam(
  lesson: RelevantLesson,
  team: RelevantTeam,
  quietDays: (traits: CaseTraits) => number,
  weights: RelevanceWeights,
): TeamCase[] {
  const met = conditionsMet(lesson, team.exposure);
  const ofLesson: Count[] = [
    { of: 'condition', points: weights.points.condition * met.strength },
    { of: 'reach', points: (weights.reach * lesson.reach) / mostGrade },
  ];
  const [holds] = met.holds;
  return lesson.cases.map((traits) => {
    const text = team.textLikeness.get(traits.id) ?? 0;
    const { counts: shared, reasons } = likenessOf(traits, team.exposure, text, weights);
    const counts = [...shared, ...ofLesson];
    const signal = team.signals.find((entry) => isSignalled(entry, lesson.id, traits)) ?? null;
    const facts = {
      quietDays: quietDays(traits),
      witnessRatio: witnessRatio(team.joinedYears, traits.startedOn),
      signalId: signal?.id ?? null,
    };
    return {
      caseId: traits.id,
      reasons: strongestFirst(holds ? [...reasons, { kind: 'condition', holds }] : reasons),
      counts,
      points: pointsOf(counts),
      urgency: urgencyOf(facts, weights),
    };
  });
}

/** The same cases for somebody of `role`, what is worth most to them first. */
export function casesForRole(
  lesson: RelevantLesson,
  cases: readonly TeamCase[],
  role: string,
  weights: RelevanceWeights,
): CaseRelevance[] {
  const isTheirWork = gradeOf(lesson, role) >= worksWithIt;
  return cases
    .map((entry) => {
      const { caseId, urgency } = entry;
      const score = scoreForRole(lesson, entry, role, weights);
      const reasons: RelevanceReason[] = isTheirWork ? [...entry.reasons, { kind: 'role', role }] : entry.reasons;
      const counts: Count[] = [...entry.counts, { of: 'role', points: rolePoints(lesson, role, weights) }];
      return { caseId, score, weight: score * urgency.factor, reasons, counts, urgency };
    })
    .sort((a, b) => b.weight - a.weight || (a.caseId < b.caseId ? -1 : 1));
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
  { points, urgency }: TeamCase,
  role: string,
  weights: RelevanceWeights,
): number {
  const grade = gradeOf(lesson, role) / mostGrade;
  const match = Math.min(1, (points + rolePoints(lesson, role, weights)) / weights.fullMatch);
  return roleFactorOf(grade, weights) * (urgency.signalId === null ? match : Math.max(match, weights.signalMatch));
}

/** What is left of a lesson for a role; `grade` is 0 to 1. */
export function roleFactorOf(grade: number, { otherRole }: RelevanceWeights): number {
  return otherRole + (1 - otherRole) * grade;
}

function rolePoints(lesson: RelevantLesson, role: string, { points }: RelevanceWeights): number {
  return (points.role * gradeOf(lesson, role)) / mostGrade;
}

function gradeOf({ roleGrades }: RelevantLesson, role: string): number {
  return roleGrades.get(role) ?? 0;
}

/** From this grade on, a lesson is part of a role's work and not only good to know. */
const worksWithIt = 2;

/** Each condition met leaves half of what was missing: one is much, three are not three times as much. */
function conditionsMet(
  { when, licensed }: RelevantLesson,
  exposure: TeamExposure,
): { strength: number; holds: ProfileFact[] } {
  const met = when.flatMap((condition) => {
    const facts = factsMeeting(condition, exposure, licensed);
    return facts ? [facts] : [];
  });
  return { strength: 1 - 0.5 ** met.length, holds: met.flat() };
}

function strongestFirst(reasons: RelevanceReason[]): RelevanceReason[] {
  return reasons.sort((a, b) => sharedKinds.indexOf(a.kind) - sharedKinds.indexOf(b.kind));
}
