import { isSignalled, type Signal } from '#core/exposure/signal.ts';
import { localDate } from '#core/planning/calendar/calendar.ts';
import { withSent } from '#core/planning/forecast.ts';
import type { TeamDay } from '#core/planning/plan-team-day.ts';
import type { NudgeChoice, PlannableLesson, PlannedPerson, PlannedSignal } from '#core/planning/planner-types.ts';
import { TeamSituation } from '#core/planning/team-situation.ts';
import { type NotTodayReason, whyNotToday } from '#core/planning/why-not-today.ts';
import { additionOfSignal } from '#server/nudges/additions.ts';
import { additionalChoices } from '#server/nudges/plan-addition.ts';
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
  /** The local day of the team, and of how many the mail is on it. */
  today: string;
  /** Who does not get it today, and why; everybody in post who is not among today's. `name` as above. */
  notToday: { personId: number; name: string | null; because: NotTodayReason }[];
};

/** A day that is still to be planned, and today where that was planned already. */
export type ReachGround = { day: TeamDay; plannedDay: TeamDay | null };

/** Two mails at the usual pace. */
export const daysLookedAhead = 14;

/**
 * Whom of a team a signal would reach in the days from `day.on`: the planner itself, run ahead with the signal and without it, with nobody
 * answering. Paces and pauses stay as they are.
 */
export async function signalReach({ day, plannedDay }: ReachGround, signal: PlannedSignal): Promise<TeamReach> {
  const lookedUntil = earlier(plusDays(day.on, daysLookedAhead - 1), signal.until);
  const about = isAbout(signal, day.lessons);
  const signalled = { ...day.team, signals: [...day.team.signals, signal] };
  const without = firstByPerson((await forecastInPieces(day, lookedUntil)).filter(about));
  const added = plannedDay ? additionalChoices({ ...plannedDay, team: signalled }, additionOfSignal(signal)) : [];
  const ahead = await forecastInPieces({ ...day, team: withSent(signalled, added) }, lookedUntil);
  const withSignal = [...added, ...ahead];
  const nudges = [...firstByPerson(withSignal.filter(about)).values()];
  const names = new Map(day.team.people.map((person) => [person.id, person.name]));
  const situation = new TeamSituation({ ...day.team, signals: [signal] }, day.on, day.weights);
  const today = localDate(day.now, day.team.workTime.zone).toString();
  const getToday = new Set(nudges.filter(({ localDate: on }) => on === today).map(({ personId }) => personId));
  const isFor = concerns(situation, day.lessons);
  return {
    teamId: day.team.id,
    teamName: day.team.name,
    people: situation.peopleInPost().length,
    concerned: situation.peopleInPost().filter(isFor).length,
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
    today,
    notToday: situation
      .peopleInPost()
      .filter(({ id }) => !getToday.has(id))
      .map((person) => ({
        personId: person.id,
        name: person.name,
        because: whyNotToday(person, isFor(person), { on: today, now: day.now, assignments: day.team.assignments }),
      })),
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

/** Whether some lesson of the signal is for somebody. */
function concerns(situation: TeamSituation, lessons: readonly PlannableLesson[]): (person: PlannedPerson) => boolean {
  const { least } = situation.weights;
  return (person) =>
    lessons.some(
      (lesson) =>
        !person.notRelevant.includes(lesson.id) &&
        situation
          .casesFor(lesson, person.role)
          .some((entry) => entry.urgency.signalId !== null && entry.score >= least),
    );
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
