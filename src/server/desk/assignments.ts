import type { Catalogue } from '#catalogue/catalogue.ts';
import { wentOut } from '#core/delivery/message-state.ts';
import { localDate } from '#core/planning/calendar/calendar.ts';
import type { Db } from '#server/database/open-database.ts';
import type { AssignmentRow, Instant } from '#server/database/schema.ts';
import { cancelNudges } from '#server/nudges/plan-nudges.ts';
import {
  type AssignmentDesk,
  type AssignmentRequest,
  type ForecastOutcome,
  forecastAssignment,
} from './forecast-assignment.ts';

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

/** The team a module is assigned to, or `undefined` when there is no such assignment. */
export async function teamOfAssignment(db: Db, id: number): Promise<number | undefined> {
  const assignment = await db.selectFrom('assignment').select('team_id').where('id', '=', id).executeTakeFirst();
  return assignment?.team_id;
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
    .where('message.state', 'in', wentOut)
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
