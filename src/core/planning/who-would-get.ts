import type { RelevanceWeights } from '#core/exposure/weights.ts';
import { hasLeft } from '#core/people/in-post.ts';
import { candidatesFor } from './candidates.ts';
import { isEligible } from './eligibility.ts';
import { nextAssigned } from './next-assigned.ts';
import type { NudgeKind } from './nudge-kinds.ts';
import { pricePerMail } from './plan-team-day.ts';
import type { Explanation, PlannableLesson, PlannedPerson, PlannedTeam } from './planner-types.ts';
import { paceOn } from './silence.ts';
import { TeamBoard } from './team-board.ts';
import { TeamSituation } from './team-situation.ts';
import { withoutPlansAhead } from './without-plans-ahead.ts';

/** Why a lesson does not go to somebody today, the first that holds. */
export const holdReasons = [
  'left',
  'unreachable',
  'paused',
  'said-not-relevant',
  'too-distant',
  'resting',
  'not-worth-a-mail',
  'had-mail',
] as const;

export type HoldReason = (typeof holdReasons)[number];

/** How one lesson stands with one person today. */
export type LessonForPerson = {
  person: PlannedPerson;
  teamName: string;
  /** Likeness of the nearest case, 0 to 1, and what it is worth now with quiet days, witness ratio and signals. */
  score: number;
  weight: number;
  caseId: string | null;
  explanation: Pick<Explanation, 'reasons' | 'occasion' | 'quietDays' | 'witnessRatio'>;
  kind: NudgeKind;
  /** Gain in weighted team memory of sending it now, in weeks of certain recall. */
  gain: number;
  hold: HoldReason | null;
};

/** Who of a team would get a lesson on a local day, and who would not and why; everybody in post, in the order of the team. Pure. */
export function whoWouldGet(
  lesson: PlannableLesson,
  team: PlannedTeam,
  on: string,
  now: number,
  weights: RelevanceWeights,
): LessonForPerson[] {
  const asItIs = { ...team, people: team.people.map((person) => withoutPlansAhead(person, now)) };
  const situation = new TeamSituation(asItIs, on, weights);
  const board = new TeamBoard(asItIs, now);
  return asItIs.people.map((person) => lessonFor(person, lesson, situation, board));
}

function lessonFor(
  person: PlannedPerson,
  lesson: PlannableLesson,
  situation: TeamSituation,
  board: TeamBoard,
): LessonForPerson {
  const nearest = situation.casesFor(lesson, person.role)[0] ?? null;
  const best = candidatesFor(person, situation, [lesson])
    .map((candidate) => ({ candidate, gain: board.gainOf(candidate) }))
    .sort((a, b) => b.gain - a.gain)[0];
  const candidate = best?.candidate ?? null;
  const gain = best?.gain ?? 0;
  const shown = candidate?.relevance ?? nearest;
  return {
    person,
    teamName: situation.team.name,
    score: shown?.score ?? 0,
    weight: shown?.weight ?? 0,
    caseId: candidate?.caseId ?? nearest?.caseId ?? null,
    explanation: {
      reasons: shown?.reasons ?? [],
      occasion: candidate?.occasion ?? { kind: 'memory' },
      quietDays: shown?.urgency.quietDays ?? 0,
      witnessRatio: shown?.urgency.witnessRatio ?? null,
    },
    kind: candidate?.kind ?? 'case',
    gain,
    hold: holdReason(person, lesson, situation, gain, candidate !== null, nearest?.score ?? 0),
  };
}

function holdReason(
  person: PlannedPerson,
  lesson: PlannableLesson,
  { on, weights, team }: TeamSituation,
  gain: number,
  isCandidate: boolean,
  score: number,
): HoldReason | null {
  if (hasLeft(person.leavesOn, on)) return 'left';
  if (person.unreachable) return 'unreachable';
  if (person.pausedUntil && on <= person.pausedUntil) return 'paused';
  const assigned = nextAssigned(person, team.assignments, on)?.lessonId === lesson.id;
  if (!assigned && person.notRelevant.includes(lesson.id)) return 'said-not-relevant';
  if (!assigned && score < weights.least) return 'too-distant';
  if (!isCandidate) return 'resting';
  if (!assigned && gain < pricePerMail) return 'not-worth-a-mail';
  return isEligible(person, paceOn(person, team.assignments, on), on) ? null : 'had-mail';
}
