import { daysUntilTyped, localDate } from '#core/planning/calendar/calendar.ts';
import type { TeamDay } from '#core/planning/plan-team-day.ts';
import type { NudgeChoice, PlannedAssignment, PlannedPerson } from '#core/planning/planner-types.ts';
import type { Instant } from '#server/database/schema.ts';
import type { Planner } from '#server/nudges/plan-nudges.ts';
import { plannableLessons } from '#server/nudges/plannable-lessons.ts';
import { readTeam } from '#server/nudges/read-teams.ts';
import { daysMoreNeeded } from './days-more.ts';
import { firstOpenDay } from './first-open-day.ts';
import { forecastInPieces } from './forecast-in-pieces.ts';

export type AssignmentDesk = Planner & { now: Instant };

export type AssignmentRequest = { teamId: number; moduleId: string; dueOn: string };

/** When one person would get each lesson of a module; `null` where it does not fit before the due date. */
export type PersonForecast = {
  personId: number;
  name: string;
  reachable: boolean;
  days: { lessonId: string; on: string | null }[];
};

export type AssignmentForecast = {
  team: { id: number; name: string };
  request: AssignmentRequest;
  people: PersonForecast[];
  fits: boolean;
  /** Days after the due date that would make it fit for everybody who gets mail; 0 when it fits, `null` when no date would do. */
  daysMore: number | null;
};

export type ForecastOutcome =
  | { ok: true; forecast: AssignmentForecast }
  | { ok: false; reason: 'no-such-team' | 'no-such-module' | 'bad-date' | 'assigned-already' };

/** Longer than this and a date is more likely a typing slip; it also bounds the work of the forecast. */
const furthestDays = 366;

/** Of modules due on one day the one assigned first goes first, so the one being asked about goes last. */
const provisionalId = Number.MAX_SAFE_INTEGER;

/**
 * Who would get what by when if a module were assigned now: the planner itself, run ahead day by day with nobody
 * answering. It is what will happen as long as nobody pauses and nothing else is assigned.
 */
export async function forecastAssignment(
  { db, catalogue, seed, weights, now }: AssignmentDesk,
  request: AssignmentRequest,
): Promise<ForecastOutcome> {
  const team = await readTeam(db, catalogue, request.teamId, now);
  if (!team) return { ok: false, reason: 'no-such-team' };
  const module = catalogue.modules.find((entry) => entry.id === request.moduleId);
  if (!module) return { ok: false, reason: 'no-such-module' };
  const from = localDate(now, team.workTime.zone).toString();
  if (team.assignments.some((open) => open.moduleId === module.id && open.dueOn >= from))
    return { ok: false, reason: 'assigned-already' };
  if (!isUsableDate(from, request.dueOn)) return { ok: false, reason: 'bad-date' };
  const on = await firstOpenDay(db, team, now);
  const day = { team, lessons: plannableLessons(catalogue), on, now, seed, weights };
  const people = async (dueOn: string) => {
    const assignment = { id: provisionalId, moduleId: module.id, lessonIds: module.lessons, from, dueOn };
    const choices = await forecastInPieces(withAssignment(day, assignment), dueOn);
    return team.people.map((person) => personForecast(person, assignment, choices, request.dueOn));
  };
  const byDue = await people(request.dueOn);
  const fits = lastDayOf(byDue) !== null;
  const daysMore = fits ? 0 : await daysMoreNeeded(request.dueOn, async (dueOn) => lastDayOf(await people(dueOn)));
  return { ok: true, forecast: { team: { id: team.id, name: team.name }, request, people: byDue, fits, daysMore } };
}

function withAssignment(day: TeamDay, assignment: TeamDay['team']['assignments'][number]): TeamDay {
  return { ...day, team: { ...day.team, assignments: [...day.team.assignments, assignment] } };
}

/** The day of the last lesson of everybody who can be reached, or `null` when one of them does not fit. */
function lastDayOf(people: readonly PersonForecast[]): string | null {
  const days = people.filter((person) => person.reachable).flatMap((person) => person.days.map((day) => day.on));
  const known = days.filter((on) => on !== null);
  return known.length < days.length ? null : (known.sort().at(-1) ?? '');
}

/** A lesson that came earlier on the day of the assignment is not sent again for it. */
function personForecast(
  person: PlannedPerson,
  { lessonIds, from }: Pick<PlannedAssignment, 'lessonIds' | 'from'>,
  choices: readonly NudgeChoice[],
  dueOn: string,
): PersonForecast {
  const own = choices.filter((choice) => choice.personId === person.id);
  const days = lessonIds.map((lessonId) => ({
    lessonId,
    on:
      person.past.find((past) => past.lessonId === lessonId && past.on >= from)?.on ??
      own.find((choice) => choice.lessonId === lessonId)?.localDate ??
      null,
  }));
  const paused = person.pausedUntil !== null && person.pausedUntil >= dueOn;
  const leaves = person.leavesOn !== null && person.leavesOn < dueOn;
  return { personId: person.id, name: person.name, reachable: !person.unreachable && !paused && !leaves, days };
}

function isUsableDate(from: string, dueOn: string): boolean {
  const days = daysUntilTyped(from, dueOn);
  return days !== null && days >= 1 && days <= furthestDays;
}
