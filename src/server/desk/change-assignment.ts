import { localDate } from '#core/planning/calendar/calendar.ts';
import { mayBeReminded } from '#core/planning/reminder.ts';
import type { Db } from '#server/database/open-database.ts';
import type { AssignmentRow, Instant } from '#server/database/schema.ts';
import { cancelNudges, type Planner } from '#server/nudges/plan-nudges.ts';
import { plannableLessons } from '#server/nudges/plannable-lessons.ts';
import { isUsableDate } from './assignment-request.ts';
import { readStandings } from './assignment-standings.ts';

/** Gives an assignment that runs another due date. `false` when it is no date of the year ahead of its team. */
export async function moveDueDate(db: Db, assignment: AssignmentRow, dueOn: string, now: Instant): Promise<boolean> {
  const { zone } = await db
    .selectFrom('team')
    .select('zone')
    .where('id', '=', assignment.team_id)
    .executeTakeFirstOrThrow();
  if (!isUsableDate(localDate(now, zone).toString(), dueOn)) return false;
  await db.updateTable('assignment').set({ due_on: dueOn }).where('id', '=', assignment.id).execute();
  return true;
}

/** Adds somebody to what is assigned to people by name. */
export async function addPerson(db: Db, assignment: AssignmentRow, personId: number): Promise<boolean> {
  if (assignment.whom !== 'people') return false;
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('assignment_person')
    .values({ assignment_id: assignment.id, person_id: personId })
    .onConflict((conflict) => conflict.columns(['assignment_id', 'person_id']).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Takes somebody out, with what of it has not left to them. The last one stays: then there is nothing to assign, and it is withdrawn instead. */
export async function removePerson(db: Db, assignment: AssignmentRow, personId: number): Promise<boolean> {
  if (assignment.whom !== 'people') return false;
  const others = await db
    .selectFrom('assignment_person')
    .select('person_id')
    .where('assignment_id', '=', assignment.id)
    .where('person_id', '!=', personId)
    .executeTakeFirst();
  if (!others) return false;
  const { numDeletedRows } = await db
    .deleteFrom('assignment_person')
    .where('assignment_id', '=', assignment.id)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (numDeletedRows === 0n) return false;
  const nudges = await db
    .selectFrom('nudge')
    .select('id')
    .where('assignment_id', '=', assignment.id)
    .where('person_id', '=', personId)
    .execute();
  await cancelNudges(
    db,
    nudges.map(({ id }) => id),
    'the assignment was withdrawn',
  );
  return true;
}

/**
 * Reminds these people, or everybody who is late, of what waits for them. What was left unanswered comes once more as their next mail, which says that it is a
 * reminder and what waits: within their hours and their pace, like any other. Nobody is reminded of one assignment twice a week. Returns how many were.
 */
export async function remind(
  planner: Planner,
  assignment: AssignmentRow,
  whom: 'late' | ReadonlySet<number>,
  now: Instant,
): Promise<number> {
  const { db, catalogue } = planner;
  const sendable = new Set(plannableLessons(catalogue).map(({ id }) => id));
  const [standings] = await readStandings(db, [assignment], sendable, now);
  const reminded = (standings?.people ?? []).filter((one) => {
    const isMeant = whom === 'late' ? one.standing === 'late' : whom.has(one.person.id);
    const waiting = one.lessons.filter((id) => one.sent.has(id) && !one.answered.has(id)).length;
    const neverCame = one.lessons.filter((id) => !one.sent.has(id)).length;
    return isMeant && mayBeReminded({ ...one, waiting, neverCame }, one.today);
  });
  for (const { person, today } of reminded)
    await db
      .insertInto('assignment_reminder')
      .values({ assignment_id: assignment.id, person_id: person.id, reminded_on: today, reminded_at: now })
      .onConflict((conflict) =>
        conflict.columns(['assignment_id', 'person_id']).doUpdateSet({ reminded_on: today, reminded_at: now }),
      )
      .execute();
  await db.updateTable('assignment').set({ added_at: null }).where('id', '=', assignment.id).execute();
  return reminded.length;
}
