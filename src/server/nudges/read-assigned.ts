import { dayMs } from '#core/memory/forgetting-curve.ts';
import type { AssignedTo } from '#core/planning/assigned-to.ts';
import { reminderDays } from '#core/planning/next-assigned.ts';
import type { PlannedAssignment } from '#core/planning/planner-types.ts';
import type { Db } from '#server/database/open-database.ts';
import type { AssignmentRow, Instant } from '#server/database/schema.ts';

/** The assignments that still bring mail, by team: one to people by name is with the team that each is in now. */
export async function readAssigned(
  db: Db,
  teamIds: readonly number[],
  sendable: ReadonlySet<string>,
  now: Instant,
): Promise<Map<number, PlannedAssignment[]>> {
  const ofTeams = openAssignments(db, now).selectAll('assignment').where('assignment.team_id', 'in', teamIds);
  const byName = openAssignments(db, now)
    .innerJoin('assignment_person', 'assignment_person.assignment_id', 'assignment.id')
    .innerJoin('person', 'person.id', 'assignment_person.person_id')
    .where('person.team_id', 'in', teamIds);
  const [rows, named] = await Promise.all([
    ofTeams.where('assignment.whom', '!=', 'people').orderBy('assignment.id').execute(),
    byName
      .selectAll('assignment')
      .select(['person.id as person_id', 'person.team_id as now_in'])
      .orderBy('assignment.id')
      .execute(),
  ]);
  const ids = [...new Set([...rows, ...named].map(({ id }) => id))];
  if (ids.length === 0) return new Map();
  const parts = await readParts(db, ids, sendable);
  const meant = [
    ...rows.map((row) => ({ teamId: row.team_id, row, to: parts.toOf(row) })),
    ...[...Map.groupBy(named, ({ id, now_in }) => `${id} ${now_in}`).values()].flatMap((people) => {
      const [row] = people;
      const personIds = new Set(people.map(({ person_id }) => person_id));
      return row ? [{ teamId: row.now_in, row, to: { kind: 'people', personIds } as const }] : [];
    }),
  ];
  const byTeam = Map.groupBy(meant, ({ teamId }) => teamId);
  return new Map([...byTeam].map(([teamId, all]) => [teamId, all.map(({ row, to }) => parts.planned(row, to))]));
}

/** The lessons of all assignments that still bring mail. */
export async function readAssignedLessons(db: Db, now: Instant): Promise<string[]> {
  const rows = await openAssignments(db, now)
    .innerJoin('assignment_lesson', 'assignment_lesson.assignment_id', 'assignment.id')
    .select('assignment_lesson.lesson_id')
    .where('assignment_lesson.taken_on', 'is', null)
    .distinct()
    .execute();
  return rows.map(({ lesson_id }) => lesson_id);
}

/** Those whose due date is not over anywhere, and those that somebody was reminded of lately. */
function openAssignments(db: Db, now: Instant) {
  const daysAgo = (days: number) => new Date(now - days * dayMs).toISOString().slice(0, 10);
  return db
    .selectFrom('assignment')
    .where('assignment.withdrawn_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('assignment.due_on', '>=', daysAgo(1)),
        eb(
          'assignment.id',
          'in',
          eb
            .selectFrom('assignment_reminder')
            .select('assignment_reminder.assignment_id')
            .where('reminded_on', '>=', daysAgo(reminderDays + 1)),
        ),
      ]),
    );
}

async function readParts(db: Db, ids: readonly number[], sendable: ReadonlySet<string>) {
  const [lessonRows, roleRows, reminderRows] = await Promise.all([
    db
      .selectFrom('assignment_lesson')
      .selectAll()
      .where('assignment_id', 'in', ids)
      .where('taken_on', 'is', null)
      .orderBy('place')
      .execute(),
    db.selectFrom('assignment_role').selectAll().where('assignment_id', 'in', ids).orderBy('role').execute(),
    db.selectFrom('assignment_reminder').selectAll().where('assignment_id', 'in', ids).execute(),
  ]);
  const lessons = Map.groupBy(lessonRows, (row) => row.assignment_id);
  const roles = Map.groupBy(roleRows, (row) => row.assignment_id);
  const reminders = Map.groupBy(reminderRows, (row) => row.assignment_id);
  return {
    toOf: ({ id, whom }: AssignmentRow): AssignedTo =>
      whom === 'roles' ? { kind: 'roles', roles: (roles.get(id) ?? []).map(({ role }) => role) } : { kind: 'team' },
    planned: (row: AssignmentRow, to: AssignedTo): PlannedAssignment => ({
      id: row.id,
      moduleId: row.module_id,
      lessonIds: (lessons.get(row.id) ?? []).map(({ lesson_id }) => lesson_id).filter((id) => sendable.has(id)),
      from: row.from_on,
      dueOn: row.due_on,
      to,
      remindedOn: new Map((reminders.get(row.id) ?? []).map((entry) => [entry.person_id, entry.reminded_on])),
    }),
  };
}
