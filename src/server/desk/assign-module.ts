import type { Catalogue } from '#catalogue/catalogue.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { cancelNudges } from '#server/nudges/plan-nudges.ts';
import { plannableLessons } from '#server/nudges/plannable-lessons.ts';
import {
  type AssignmentPart,
  type AssignmentRequest,
  type CheckedRequest,
  checkRequest,
  type RequestFault,
} from './assignment-request.ts';
import type { AssignmentDesk } from './forecast-assignment.ts';

export type AssignOutcome = { ok: true; ids: number[]; already: string[] } | { ok: false; reason: RequestFault };

/** Assigns a module, one assignment for each team that it concerns; its lessons go first in the plans of the days that follow, inside everybody's own pace. */
export async function assignModule(
  desk: AssignmentDesk,
  request: AssignmentRequest,
  by: string,
): Promise<AssignOutcome> {
  const { db, now } = desk;
  const checked = await checkRequest(desk, request);
  if (!checked.ok) return checked;
  const ids = await db.transaction().execute(async (trx) => {
    const made: number[] = [];
    for (const part of checked.request.parts) made.push(await writePart(trx, checked.request, part, by, now));
    return made;
  });
  return { ok: true, ids, already: checked.request.already };
}

async function writePart(
  trx: Db,
  { moduleId, lessonIds, dueOn }: CheckedRequest,
  { team, from, to }: AssignmentPart,
  by: string,
  now: Instant,
): Promise<number> {
  const { id } = await trx
    .insertInto('assignment')
    .values({
      team_id: team.id,
      module_id: moduleId,
      due_on: dueOn,
      from_on: from,
      assigned_by: by,
      assigned_at: now,
      whom: to.kind,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await writeLessons(trx, id, lessonIds);
  if (to.kind === 'roles')
    await trx
      .insertInto('assignment_role')
      .values(to.roles.map((role) => ({ assignment_id: id, role })))
      .execute();
  if (to.kind === 'people')
    await trx
      .insertInto('assignment_person')
      .values([...to.personIds].map((person_id) => ({ assignment_id: id, person_id })))
      .execute();
  return id;
}

async function writeLessons(trx: Db, assignmentId: number, lessonIds: readonly string[]): Promise<void> {
  if (lessonIds.length === 0) return;
  await trx
    .insertInto('assignment_lesson')
    .values(lessonIds.map((lesson_id, place) => ({ assignment_id: assignmentId, place, lesson_id })))
    .onConflict((conflict) => conflict.columns(['assignment_id', 'lesson_id']).doNothing())
    .execute();
}

/** Gives assignments from before lessons were kept those that their module holds now, once: nobody knows any more what it held then. */
export async function keepLessonsOfOld(db: Db, catalogue: Catalogue): Promise<void> {
  const without = await db
    .selectFrom('assignment')
    .select(['id', 'module_id'])
    .where('id', 'not in', (eb) => eb.selectFrom('assignment_lesson').select('assignment_id'))
    .execute();
  if (without.length === 0) return;
  const sendable = new Set(plannableLessons(catalogue).map(({ id }) => id));
  for (const { id, module_id } of without) {
    const module = catalogue.modules.find((entry) => entry.id === module_id);
    await writeLessons(db, id, module?.lessons.filter((lesson) => sendable.has(lesson)) ?? []);
  }
}

/** Withdraws an assignment and whatever of it has not left. What was sent stays answerable. `false` when there is none to withdraw. */
export async function withdrawAssignment(db: Db, id: number, by: string, now: Instant): Promise<boolean> {
  const withdrawn = await db
    .updateTable('assignment')
    .set({ withdrawn_at: now, withdrawn_by: by })
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
