import type { Catalogue } from '#catalogue/catalogue.ts';
import { scheduledLessons } from '#catalogue/catalogue.ts';
import { hasLeft } from '#core/people/in-post.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant, LocalDateText } from '#server/database/schema.ts';
import { readStandings } from '../assignment-standings.ts';

/** How far one person has come with one module that they were assigned: lessons that count for them, sent and answered. */
export type AssignedLine = {
  assignmentId: number;
  moduleId: string;
  /** `null` when the module is no longer in the library. */
  moduleTitle: string | null;
  dueOn: LocalDateText;
  personId: number;
  lessons: number;
  sent: number;
  answered: number;
  done: boolean;
};

/** Everybody whom assignments of a team are for, with each of them, the soonest due first; withdrawn ones and people who have left are left out. */
export async function readAssigned(
  db: Db,
  catalogue: Catalogue,
  teamId: number,
  now: Instant,
): Promise<AssignedLine[]> {
  const assignments = await db
    .selectFrom('assignment')
    .selectAll()
    .where('team_id', '=', teamId)
    .where('withdrawn_at', 'is', null)
    .orderBy('due_on')
    .orderBy('id')
    .execute();
  const sendable = new Set(scheduledLessons(catalogue).map(({ id }) => id));
  const all = await readStandings(db, assignments, sendable, now);
  return all.flatMap(({ assignment, people }) => {
    const title = catalogue.modules.find(({ id }) => id === assignment.module_id)?.title ?? null;
    const inPost = people.filter(({ person, today }) => !hasLeft(person.leaves_on, today));
    return inPost.map(({ person, lessons, sent, answered }) => ({
      assignmentId: assignment.id,
      moduleId: assignment.module_id,
      moduleTitle: title,
      dueOn: assignment.due_on,
      personId: person.id,
      lessons: lessons.length,
      sent: lessons.filter((id) => sent.has(id)).length,
      answered: lessons.filter((id) => answered.has(id)).length,
      done: lessons.length > 0 && lessons.every((id) => answered.has(id)),
    }));
  });
}
