import { hasLeft } from '#core/people/in-post.ts';
import { assignedTo, isAssignedTo } from '#core/planning/assigned-to.ts';
import { withSent } from '#core/planning/forecast.ts';
import type { NudgeChoice, PlannedAssignment, PlannedPerson, PlannedTeam } from '#core/planning/planner-types.ts';
import type { Instant } from '#server/database/schema.ts';
import { additionOfAssignments } from '#server/nudges/additions.ts';
import { additionalChoices, dayToAddTo } from '#server/nudges/plan-addition.ts';
import type { Planner } from '#server/nudges/plan-nudges.ts';
import { plannableLessons } from '#server/nudges/plannable-lessons.ts';
import { teamsInTurn } from '#server/nudges/read-teams.ts';
import {
  type AssignmentPart,
  type AssignmentRequest,
  type CheckedRequest,
  checkRequest,
  type RequestFault,
} from './assignment-request.ts';
import { daysMoreNeeded } from './days-more.ts';
import { firstOpenDay } from './first-open-day.ts';
import { forecastInPieces } from './forecast-in-pieces.ts';

export type AssignmentDesk = Planner & { now: Instant };

/** Why some of it never comes before the due date: they leave, no mail reaches them, or their address takes none. */
export const hindrances = ['leaves', 'no-mail', 'address'] as const;

export type Hindrance = (typeof hindrances)[number];

/** When one person would get each lesson of a module; `null` where it does not fit before the due date. */
export type PersonForecast = {
  personId: number;
  name: string;
  hindrance: Hindrance | null;
  days: { lessonId: string; on: string | null }[];
};

export type TeamForecast = {
  team: { id: number; name: string };
  people: PersonForecast[];
  fits: boolean;
};

export type AssignmentForecast = {
  request: AssignmentRequest;
  lessonIds: string[];
  teams: TeamForecast[];
  /** Teams that it is for as well, and that were not looked at. */
  others: number;
  /** Teams and people that have it already. */
  already: string[];
  fits: boolean;
  /** Days after the due date that would make it fit for everybody who gets mail; 0 when it fits, `null` when no date would do. */
  daysMore: number | null;
};

export type ForecastOutcome = { ok: true; forecast: AssignmentForecast } | { ok: false; reason: RequestFault };

/** Of modules due on one day the one assigned first goes first, so the one being asked about goes last. */
const provisionalId = Number.MAX_SAFE_INTEGER;

/** Weeks of a team of hundreds take a second to plan, so the forecast stops after so many people; the rest follow the same rules. */
const peopleLookedAt = 300;

/**
 * Who would get what by when if a module were assigned now: the planner itself, run ahead day by day with nobody
 * answering. It is what will happen as long as nobody pauses and nothing else is assigned.
 */
export async function forecastAssignment(desk: AssignmentDesk, request: AssignmentRequest): Promise<ForecastOutcome> {
  const checked = await checkRequest(desk, request);
  if (!checked.ok) return checked;
  const { parts, lessonIds, already, dueOn } = checked.request;
  const byTeam = Map.groupBy(parts, ({ team }) => team.id);
  const looked: { forecast: TeamForecast; lastDay: (dueOn: string) => Promise<string | null> }[] = [];
  let people = 0;
  for await (const team of teamsInTurn(desk.db, desk.catalogue, [...byTeam.keys()], desk.now)) {
    looked.push(await forecastTeam(desk, team, checked.request, byTeam.get(team.id) ?? []));
    people += team.people.length;
    if (people >= peopleLookedAt) break;
  }
  const teams = looked.map(({ forecast }) => forecast);
  const fits = teams.every((team) => team.fits);
  const late = looked.filter(({ forecast }) => !forecast.fits);
  const daysMore = fits ? 0 : await daysMoreNeeded(dueOn, (wished) => lastOfAll(late, wished));
  const others = byTeam.size - teams.length;
  return { ok: true, forecast: { request, lessonIds, teams, others, already, fits, daysMore } };
}

async function lastOfAll(
  late: readonly { lastDay: (dueOn: string) => Promise<string | null> }[],
  dueOn: string,
): Promise<string | null> {
  let last = '';
  for (const { lastDay } of late) {
    const day = await lastDay(dueOn);
    if (day === null) return null;
    if (day > last) last = day;
  }
  return last;
}

async function forecastTeam(
  desk: AssignmentDesk,
  team: PlannedTeam,
  { moduleId, lessonIds, dueOn }: CheckedRequest,
  parts: readonly AssignmentPart[],
) {
  const { db, catalogue, seed, weights, now } = desk;
  const on = await firstOpenDay(db, team, now);
  const lessons = plannableLessons(catalogue);
  const plannedDay = await dayToAddTo(desk, team, now);
  const assigned = (until: string) =>
    parts.map(
      ({ from, to }): PlannedAssignment => ({
        ...{ id: provisionalId, moduleId, lessonIds, from, dueOn: until, to },
        remindedOn: new Map(),
      }),
    );
  const meant = team.people.filter((person) => parts.some(({ to }) => isAssignedTo(person, to)));
  const peopleBy = async (until: string) => {
    const ahead = assigned(until);
    const assignedTeam = { ...team, assignments: [...team.assignments, ...ahead] };
    const today = plannedDay
      ? additionalChoices({ ...plannedDay, team: assignedTeam }, additionOfAssignments(new Set([provisionalId])))
      : [];
    const day = { team: withSent(assignedTeam, today), lessons, on, now, seed, weights };
    const choices = [...today, ...(await forecastInPieces(day, until))];
    return meant.map((person) => personForecast(person, ahead, choices, dueOn));
  };
  const people = await peopleBy(dueOn);
  const forecast: TeamForecast = {
    team: { id: team.id, name: team.name },
    people,
    fits: lastDayOf(people) !== null,
  };
  return { forecast, lastDay: async (until: string) => lastDayOf(await peopleBy(until)) };
}

/** The day of the last lesson of everybody who can be reached, or `null` when one of them does not fit. */
function lastDayOf(people: readonly PersonForecast[]): string | null {
  const days = people.filter((person) => !person.hindrance).flatMap((person) => person.days.map((day) => day.on));
  const known = days.filter((on) => on !== null);
  return known.length < days.length ? null : (known.sort().at(-1) ?? '');
}

/** A lesson that came earlier on the day of the assignment is not sent again for it. */
function personForecast(
  person: PlannedPerson,
  ahead: readonly PlannedAssignment[],
  choices: readonly NudgeChoice[],
  dueOn: string,
): PersonForecast {
  const [first] = assignedTo(person, ahead);
  const { lessonIds = [], from = '' } = first ?? {};
  const own = choices.filter((choice) => choice.personId === person.id);
  const days = lessonIds.map((lessonId) => ({
    lessonId,
    on:
      person.past.find((past) => past.lessonId === lessonId && past.on >= from)?.on ??
      own.find((choice) => choice.lessonId === lessonId)?.localDate ??
      null,
  }));
  return { personId: person.id, name: person.name, hindrance: hindranceOf(person, dueOn), days };
}

function hindranceOf(person: PlannedPerson, dueOn: string): Hindrance | null {
  if (hasLeft(person.leavesOn, dueOn)) return 'leaves';
  if (person.unreachable === 'refused') return 'address';
  const isPaused = person.pausedUntil !== null && person.pausedUntil >= dueOn;
  return person.unreachable || isPaused ? 'no-mail' : null;
}
