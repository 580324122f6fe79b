import { isSignalled, type Signal } from '#core/exposure/signal.ts';
import type { TeamDay } from '#core/planning/plan-team-day.ts';
import type { NudgeChoice, PlannableLesson, PlannedSignal } from '#core/planning/planner-types.ts';
import { TeamSituation } from '#core/planning/team-situation.ts';
import { forecastInPieces } from './forecast-in-pieces.ts';

/** One person's first nudge about the subject of a signal. */
export type SignalledNudge = {
  personId: number;
  /** `null` where it is not shown. */
  name: string | null;
  on: string;
  lessonId: string;
  /** The day on which it would come without the signal, or `null` when not in the days looked at. */
  otherwiseOn: string | null;
};

/** Whom of a team a signal would reach. */
export type TeamReach = {
  teamId: number;
  teamName: string;
  people: number;
  /** People for whom some lesson matches, whether or not their next mail is about it. */
  concerned: number;
  /** In the order in which they would leave. */
  nudges: SignalledNudge[];
  /** Last day that was planned ahead. */
  lookedUntil: string;
};

/** Two mails at the usual pace. */
export const daysLookedAhead = 14;

/**
 * Whom of a team a signal would reach in the days from `day.on`: the planner itself, run ahead with the signal and without it, with nobody
 * answering. Paces and pauses stay as they are.
 */
export async function signalReach(day: TeamDay, signal: PlannedSignal): Promise<TeamReach> {
  const lookedUntil = earlier(plusDays(day.on, daysLookedAhead - 1), signal.until);
  const about = isAbout(signal, day.lessons);
  const signalled = { ...day.team, signals: [...day.team.signals, signal] };
  const without = firstByPerson((await forecastInPieces(day, lookedUntil)).filter(about));
  const withSignal = await forecastInPieces({ ...day, team: signalled }, lookedUntil);
  const nudges = [...firstByPerson(withSignal.filter(about)).values()];
  const names = new Map(day.team.people.map((person) => [person.id, person.name]));
  const situation = new TeamSituation({ ...day.team, signals: [signal] }, day.on, day.weights);
  return {
    teamId: day.team.id,
    teamName: day.team.name,
    people: situation.peopleInPost().length,
    concerned: concernedPeople(situation, day.lessons),
    nudges: nudges
      .map(({ personId, localDate, lessonId }) => ({
        personId,
        name: names.get(personId) ?? '',
        on: localDate,
        lessonId,
        otherwiseOn: without.get(personId)?.localDate ?? null,
      }))
      .sort((a, b) => a.on.localeCompare(b.on) || a.personId - b.personId),
    lookedUntil,
  };
}

/** Whether a choice is about what the signal is about, for whatever reason it was made. */
function isAbout(signal: Signal, lessons: readonly PlannableLesson[]): (choice: NudgeChoice) => boolean {
  const traits = new Map(lessons.flatMap((lesson) => lesson.cases.map((entry) => [entry.id, entry])));
  return ({ lessonId, caseId }) => {
    const told = traits.get(caseId);
    return told !== undefined && isSignalled(signal, lessonId, told);
  };
}

function concernedPeople(situation: TeamSituation, lessons: readonly PlannableLesson[]): number {
  const { least } = situation.weights;
  return situation
    .peopleInPost()
    .filter((person) =>
      lessons.some(
        (lesson) =>
          !person.notRelevant.includes(lesson.id) &&
          situation
            .casesFor(lesson, person.role)
            .some((entry) => entry.urgency.signalId !== null && entry.score >= least),
      ),
    ).length;
}

/** Choices come day by day, so the first of each person is the earliest. */
function firstByPerson(choices: readonly NudgeChoice[]): Map<number, NudgeChoice> {
  const first = new Map<number, NudgeChoice>();
  for (const choice of choices) if (!first.has(choice.personId)) first.set(choice.personId, choice);
  return first;
}

function plusDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}
