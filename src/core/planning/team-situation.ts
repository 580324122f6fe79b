import { type CaseRelevance, type RelevantTeam, relevantCases } from '#core/exposure/lesson-relevance.ts';
import type { CaseTraits } from '#core/exposure/relevance.ts';
import type { RelevanceWeights } from '#core/exposure/weights.ts';
import { anniversaryOf } from './calendar/anniversary.ts';
import { localDaysBetween } from './calendar/calendar.ts';
import type { PlannableLesson, PlannedPerson, PlannedTeam } from './planner-types.ts';

/** Quiet is counted no further than this, in days. It keeps an event of the last century from reading as an alarm. */
const longestQuiet = 365;

/** One team on one local day: what concerns whom. Cases are ranked once for each lesson and role, not for each person. */
export class TeamSituation {
  readonly team: PlannedTeam;
  readonly on: string;
  readonly weights: RelevanceWeights;
  private readonly seen: RelevantTeam;
  private readonly lastMet: ReadonlyMap<string, string>;
  private readonly ranked = new Map<string, CaseRelevance[]>();
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
    const key = `${lesson.id}\n${role}`;
    const known = this.ranked.get(key);
    if (known) return known;
    const cases = relevantCases(lesson, this.seen, role, (traits) => this.quietDays(lesson.id, traits), this.weights);
    this.ranked.set(key, cases);
    return cases;
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
  for (const nudge of team.people.flatMap((person) => person.past)) {
    if (nudge.on < on && nudge.on > (last.get(nudge.lessonId) ?? '')) last.set(nudge.lessonId, nudge.on);
  }
  return last;
}

/** `2011` and `2011-10` as the first day they contain. */
function wholeDate(partial: string): string {
  return `${partial}-01-01`.slice(0, 10);
}
