import {
  type CaseRelevance,
  casesForRole,
  casesForTeam,
  mostWeightForRole,
  type RelevantTeam,
  type TeamCase,
} from '#core/exposure/lesson-relevance.ts';
import type { CaseTraits } from '#core/exposure/relevance.ts';
import type { RelevanceWeights } from '#core/exposure/weights.ts';
import { anniversaryOf } from './calendar/anniversary.ts';
import { localDaysBetween } from './calendar/calendar.ts';
import type { PlannableLesson, PlannedPerson, PlannedTeam } from './planner-types.ts';

/** Quiet is counted no further than this, in days. It keeps an event of the last century from reading as an alarm. */
const longestQuiet = 365;

/** A lesson beside a team: its cases, whatever the role, and for each role in their order. */
type LessonBeside = {
  cases: readonly TeamCase[];
  /** What the week of an event multiplies the weights by, if it is the week of one of these. */
  remembered: number;
  byRole: Map<string, readonly CaseRelevance[]>;
};

/** One team on one local day: what concerns whom. Cases are weighed once for each lesson, and ranked once for each role, not for each person. */
export class TeamSituation {
  readonly team: PlannedTeam;
  readonly on: string;
  readonly weights: RelevanceWeights;
  private readonly seen: RelevantTeam;
  private readonly lastMet: ReadonlyMap<string, string>;
  private readonly beside = new Map<string, LessonBeside>();
  private readonly anniversaries = new Map<string, number | null>();

  constructor(team: PlannedTeam, on: string, weights: RelevanceWeights) {
    this.team = team;
    this.on = on;
    this.weights = weights;
    this.seen = {
      exposure: team.exposure,
      textLikeness: team.textLikeness,
      joinedYears: team.people.map((person) => person.joinedYear),
      signals: team.signals.filter((signal) => signal.from <= on && on <= signal.until),
    };
    this.lastMet = lastMeetings(team, on);
  }

  /** The cases of a lesson for somebody of `role`, by what they are worth now. */
  casesFor(lesson: PlannableLesson, role: string): readonly CaseRelevance[] {
    const { cases, byRole } = this.lessonBeside(lesson);
    const known = byRole.get(role);
    if (known) return known;
    const ranked = casesForRole(lesson, cases, role, this.weights);
    byRole.set(role, ranked);
    return ranked;
  }

  /** The most that any nudge of this lesson can weigh for somebody of `role`: that of its weightiest case, in the week of its event if it is. */
  mostWeight(lesson: PlannableLesson, role: string): number {
    const { cases, remembered } = this.lessonBeside(lesson);
    return lesson.stake * (mostWeightForRole(lesson, cases, role, this.weights) * remembered);
  }

  private lessonBeside(lesson: PlannableLesson): LessonBeside {
    const known = this.beside.get(lesson.id);
    if (known) return known;
    const quietDays = (traits: CaseTraits) => this.quietDays(lesson.id, traits);
    const isRemembered = lesson.cases.some(({ startedOn }) => this.anniversary(startedOn) !== null);
    const beside: LessonBeside = {
      cases: casesForTeam(lesson, this.seen, quietDays, this.weights),
      remembered: isRemembered ? Math.max(1, this.weights.anniversary) : 1,
      byRole: new Map(),
    };
    this.beside.set(lesson.id, beside);
    return beside;
  }

  /** How many years ago an event began, in the week of its day; `null` otherwise. */
  anniversary(startedOn: string): number | null {
    const known = this.anniversaries.get(startedOn);
    if (known !== undefined) return known;
    const years = anniversaryOf(startedOn, this.on);
    this.anniversaries.set(startedOn, years);
    return years;
  }

  /** Members who have not left by today. */
  peopleInPost(): readonly PlannedPerson[] {
    return this.team.people.filter((person) => !person.leavesOn || this.on <= person.leavesOn);
  }

  /** Days since anybody of the team met the lesson; a team that never did counts from the event itself. */
  quietDays(lessonId: string, traits: CaseTraits): number {
    const since = this.lastMet.get(lessonId) ?? wholeDate(traits.startedOn);
    return Math.min(longestQuiet, Math.max(0, localDaysBetween(since, this.on)));
  }
}

function lastMeetings(team: PlannedTeam, on: string): Map<string, string> {
  const last = new Map<string, string>();
  for (const { past } of team.people)
    for (const nudge of past)
      if (nudge.on < on && nudge.on > (last.get(nudge.lessonId) ?? '')) last.set(nudge.lessonId, nudge.on);
  return last;
}

/** `2011` and `2011-10` as the first day they contain. */
function wholeDate(partial: string): string {
  return `${partial}-01-01`.slice(0, 10);
}
