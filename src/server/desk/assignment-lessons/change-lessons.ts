import { localDate } from '#core/planning/calendar/calendar.ts';
import { changeBetween } from '#core/planning/changed-lessons.ts';
import type { Db } from '#server/database/open-database.ts';
import type { AssignmentRow, Instant } from '#server/database/schema.ts';
import { cancelNudges, type Planner } from '#server/nudges/plan-nudges.ts';
import { plannableLessons } from '#server/nudges/plannable-lessons.ts';
import { isUsableDate } from '../assignment-request.ts';

/** Why the lessons of an assignment stay as they are. *changed*: somebody changed them since the page was made. */
export const lessonFaults = ['none-left', 'unknown', 'due-over', 'changed', 'same'] as const;

export type LessonFault = (typeof lessonFaults)[number];

/** The lessons that an assignment is to have, and those that it had when that was asked. */
export type LessonsAsked = { wished: readonly string[]; was: readonly string[] };

export type LessonsChecked =
  | { ok: true; added: readonly string[]; taken: readonly string[]; today: string }
  | { ok: false; reason: LessonFault };

/** What a wish comes to now, or why it cannot be had. */
export async function checkLessons(
  { db, catalogue }: Pick<Planner, 'db' | 'catalogue'>,
  assignment: AssignmentRow,
  { wished, was }: LessonsAsked,
  now: Instant,
): Promise<LessonsChecked> {
  const held = await lessonsHeld(db, assignment.id);
  if (held.length !== was.length || held.some((id) => !was.includes(id))) return { ok: false, reason: 'changed' };
  const { added, taken } = changeBetween(held, wished);
  if (wished.length === 0) return { ok: false, reason: 'none-left' };
  if (added.length + taken.length === 0) return { ok: false, reason: 'same' };
  const sendable = new Set(plannableLessons(catalogue).map(({ id }) => id));
  if (added.some((id) => !sendable.has(id))) return { ok: false, reason: 'unknown' };
  const today = await todayOf(db, assignment, now);
  // Nobody is late with what came after its date.
  if (added.length > 0 && !isUsableDate(today, assignment.due_on)) return { ok: false, reason: 'due-over' };
  return { ok: true, added, taken, today };
}

/** Writes a change that was checked; what of a lesson taken away has not left is not sent. */
export async function writeLessons(
  db: Db,
  { id }: Pick<AssignmentRow, 'id'>,
  { added, taken, today }: Extract<LessonsChecked, { ok: true }>,
): Promise<void> {
  const { last } = await db
    .selectFrom('assignment_lesson')
    .select((eb) => eb.fn.max('place').as('last'))
    .where('assignment_id', '=', id)
    .executeTakeFirstOrThrow();
  for (const [index, lesson_id] of added.entries())
    await db
      .insertInto('assignment_lesson')
      .values({ assignment_id: id, place: Number(last ?? -1) + 1 + index, lesson_id, added_on: today })
      .onConflict((conflict) =>
        conflict.columns(['assignment_id', 'lesson_id']).doUpdateSet({ added_on: today, taken_on: null }),
      )
      .execute();
  if (added.length > 0) await db.updateTable('assignment').set({ added_at: null }).where('id', '=', id).execute();
  if (taken.length === 0) return;
  await db
    .updateTable('assignment_lesson')
    .set({ taken_on: today })
    .where('assignment_id', '=', id)
    .where('lesson_id', 'in', taken)
    .execute();
  const nudges = await nudgesOf(db, id, taken);
  await cancelNudges(db, nudges, 'the lesson was taken out of the assignment');
}

/** The lessons that an assignment has now, in their order. */
export async function lessonsHeld(db: Db, id: number): Promise<string[]> {
  const rows = await db
    .selectFrom('assignment_lesson')
    .select('lesson_id')
    .where('assignment_id', '=', id)
    .where('taken_on', 'is', null)
    .orderBy('place')
    .execute();
  return rows.map(({ lesson_id }) => lesson_id);
}

export async function nudgesOf(db: Db, id: number, lessons: readonly string[]): Promise<number[]> {
  if (lessons.length === 0) return [];
  const rows = await db
    .selectFrom('nudge')
    .select('id')
    .where('assignment_id', '=', id)
    .where('lesson_id', 'in', lessons)
    .execute();
  return rows.map((row) => row.id);
}

async function todayOf(db: Db, { team_id }: AssignmentRow, now: Instant): Promise<string> {
  const { zone } = await db.selectFrom('team').select('zone').where('id', '=', team_id).executeTakeFirstOrThrow();
  return localDate(now, zone).toString();
}
