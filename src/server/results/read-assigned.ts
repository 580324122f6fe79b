import type { Catalogue } from '#catalogue/catalogue.ts';
import { wentOut } from '#core/delivery/message-state.ts';
import type { Db } from '#server/database/open-database.ts';
import type { LocalDateText } from '#server/database/schema.ts';

/** How far one person has come with one module that their team was assigned: lessons of it, sent and answered. */
export type AssignedLine = {
  assignmentId: number;
  moduleId: string;
  /** `null` when the module is no longer in the library. */
  moduleTitle: string | null;
  dueOn: LocalDateText;
  personId: number;
  personName: string;
  email: string;
  lessons: number;
  sent: number;
  answered: number;
  done: boolean;
};

/** Everybody of a team with each module it was assigned, the soonest due first; withdrawn ones are left out. */
export async function readAssigned(db: Db, catalogue: Catalogue, teamId: number): Promise<AssignedLine[]> {
  const assignments = await db
    .selectFrom('assignment')
    .select(['id', 'module_id', 'due_on'])
    .where('team_id', '=', teamId)
    .where('withdrawn_at', 'is', null)
    .orderBy('due_on')
    .orderBy('id')
    .execute();
  if (assignments.length === 0) return [];
  const people = await db
    .selectFrom('person')
    .select(['id', 'name', 'email'])
    .where('team_id', '=', teamId)
    .orderBy('name')
    .orderBy('id')
    .execute();
  const counts = await countAssigned(
    db,
    assignments.map(({ id }) => id),
  );
  return assignments.flatMap((assignment) => {
    const module = catalogue.modules.find(({ id }) => id === assignment.module_id);
    const lessons = module?.lessons.length ?? 0;
    return people.map(({ id, name, email }) => {
      const { sent, answered } = counts.get(`${assignment.id} ${id}`) ?? { sent: 0, answered: 0 };
      return {
        assignmentId: assignment.id,
        moduleId: assignment.module_id,
        moduleTitle: module?.title ?? null,
        dueOn: assignment.due_on,
        personId: id,
        personName: name,
        email,
        lessons,
        sent,
        answered,
        done: lessons > 0 && answered >= lessons,
      };
    });
  });
}

/** By `assignment person`. A lesson that was put off and came again is one lesson. */
async function countAssigned(db: Db, ids: readonly number[]): Promise<Map<string, { sent: number; answered: number }>> {
  const rows = await db
    .selectFrom('nudge')
    .innerJoin('message', 'message.id', 'nudge.message_id')
    .leftJoin('answer', 'answer.nudge_id', 'nudge.id')
    .select(['nudge.assignment_id', 'nudge.person_id', 'nudge.lesson_id'])
    .select((eb) => eb.fn.count<number>('answer.id').as('answers'))
    .where('nudge.assignment_id', 'in', [...ids])
    .where('message.state', 'in', wentOut)
    .groupBy(['nudge.assignment_id', 'nudge.person_id', 'nudge.lesson_id'])
    .execute();
  const grouped = Map.groupBy(rows, (row) => `${row.assignment_id} ${row.person_id}`);
  return new Map(
    Array.from(grouped, ([key, lessons]) => [
      key,
      { sent: lessons.length, answered: lessons.filter(({ answers }) => Number(answers) > 0).length },
    ]),
  );
}
