import type { Catalogue } from '../catalogue/catalogue.ts';
import { cancelNudges, isPlanned, nextPlanningDay } from '../nudges/plan-nudges.ts';
import { plannableLessons } from '../nudges/plannable-lessons.ts';
import { readTeams } from '../nudges/read-teams.ts';
import { daysUntilTyped, localDate } from '../planning/calendar.ts';
import { forecastTeam } from '../planning/forecast.ts';
import type { NudgeChoice, PlannedTeam } from '../planning/world.ts';
import type { Db } from '../store/open-store.ts';
import type { AssignmentRow, Instant } from '../store/schema.ts';

export type AssignmentDesk = { db: Db; catalogue: Catalogue; seed: string; now: Instant };

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
  { db, catalogue, seed, now }: AssignmentDesk,
  request: AssignmentRequest,
): Promise<ForecastOutcome> {
  const team = (await readTeams(db, catalogue)).find((entry) => entry.id === request.teamId);
  if (!team) return { ok: false, reason: 'no-such-team' };
  const module = catalogue.modules.find((entry) => entry.id === request.moduleId);
  if (!module) return { ok: false, reason: 'no-such-module' };
  const from = localDate(now, team.zone).toString();
  if (team.assignments.some((open) => open.moduleId === module.id && open.dueOn >= from))
    return { ok: false, reason: 'assigned-already' };
  if (!isUsableDate(from, request.dueOn)) return { ok: false, reason: 'bad-date' };
  const assigned: PlannedTeam = {
    ...team,
    assignments: [
      ...team.assignments,
      { id: provisionalId, moduleId: module.id, lessonIds: module.lessons, from, dueOn: request.dueOn },
    ],
  };
  const planned = await isPlanned(db, team.id, from);
  const choices = forecastTeam(
    {
      team: assigned,
      lessons: plannableLessons(catalogue),
      on: planned ? tomorrow(from) : nextPlanningDay(now, team.zone).toString(),
      now,
      seed,
    },
    request.dueOn,
  );
  const people = team.people.map((person) => personForecast(person, module.lessons, choices, request.dueOn));
  const fits = people.every((person) => !person.reachable || person.days.every((day) => day.on !== null));
  return { ok: true, forecast: { team: { id: team.id, name: team.name }, request, people, fits } };
}

function personForecast(
  person: PlannedTeam['people'][number],
  lessonIds: readonly string[],
  choices: readonly NudgeChoice[],
  dueOn: string,
): PersonForecast {
  const own = choices.filter((choice) => choice.personId === person.id);
  const days = lessonIds.map((lessonId) => ({
    lessonId,
    on: own.find((choice) => choice.lessonId === lessonId)?.localDate ?? null,
  }));
  return { personId: person.id, name: person.name, reachable: !person.pausedUntil || person.pausedUntil < dueOn, days };
}

function isUsableDate(from: string, dueOn: string): boolean {
  const days = daysUntilTyped(from, dueOn);
  return days !== null && days >= 1 && days <= furthestDays;
}

function tomorrow(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}

/** Assigns a module; its lessons go first in the plans of the days that follow, inside everybody's own pace. */
export async function assignModule(
  desk: AssignmentDesk,
  request: AssignmentRequest,
  by: string,
): Promise<ForecastOutcome & { id?: number }> {
  const outcome = await forecastAssignment(desk, request);
  if (!outcome.ok) return outcome;
  const team = await desk.db
    .selectFrom('team')
    .select('zone')
    .where('id', '=', request.teamId)
    .executeTakeFirstOrThrow();
  const { id } = await desk.db
    .insertInto('assignment')
    .values({
      team_id: request.teamId,
      module_id: request.moduleId,
      due_on: request.dueOn,
      from_on: localDate(desk.now, team.zone).toString(),
      assigned_by: by,
      assigned_at: desk.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { ...outcome, id };
}

/** Withdraws an assignment and whatever of it has not left. What was sent stays answerable. `false` when there is none to withdraw. */
export async function withdrawAssignment(db: Db, id: number, now: Instant): Promise<boolean> {
  const withdrawn = await db
    .updateTable('assignment')
    .set({ withdrawn_at: now })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!withdrawn) return false;
  const nudges = await db.selectFrom('nudge').select('id').where('assignment_id', '=', id).execute();
  await cancelNudges(
    db,
    nudges.map((nudge) => nudge.id),
    'the assignment was withdrawn',
  );
  return true;
}

export type AssignmentProgress = {
  assignment: AssignmentRow;
  teamName: string;
  /** `null` when the module is no longer in the library. */
  moduleTitle: string | null;
  /** Lessons sent and answered, of people × lessons. */
  sent: number;
  answered: number;
  total: number;
};

/** Assignments that were not withdrawn, the soonest due first, with how far each has come. */
export async function readAssignments(db: Db, catalogue: Catalogue): Promise<AssignmentProgress[]> {
  const rows = await db
    .selectFrom('assignment')
    .selectAll()
    .where('withdrawn_at', 'is', null)
    .orderBy('due_on')
    .orderBy('id')
    .execute();
  return Promise.all(rows.map((row) => progressOf(db, catalogue, row)));
}

async function progressOf(db: Db, catalogue: Catalogue, assignment: AssignmentRow): Promise<AssignmentProgress> {
  const module = catalogue.modules.find((entry) => entry.id === assignment.module_id);
  const team = await db
    .selectFrom('team')
    .select('name')
    .where('id', '=', assignment.team_id)
    .executeTakeFirstOrThrow();
  const people = await db.selectFrom('person').select('id').where('team_id', '=', assignment.team_id).execute();
  // A lesson that was put off and came again is one lesson.
  const lessons = await db
    .selectFrom('nudge')
    .innerJoin('message', 'message.id', 'nudge.message_id')
    .leftJoin('answer', 'answer.nudge_id', 'nudge.id')
    .select(['nudge.person_id', 'nudge.lesson_id'])
    .select((eb) => eb.fn.count<number>('answer.id').as('answers'))
    .where('nudge.assignment_id', '=', assignment.id)
    .where('message.state', '=', 'accepted')
    .groupBy(['nudge.person_id', 'nudge.lesson_id'])
    .execute();
  return {
    assignment,
    teamName: team.name,
    moduleTitle: module?.title ?? null,
    sent: lessons.length,
    answered: lessons.filter((lesson) => lesson.answers > 0).length,
    total: people.length * (module?.lessons.length ?? 0),
  };
}
