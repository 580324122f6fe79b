import { isReminderDue } from '#core/code/reminder.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { hasBegun, hasLeft } from '#core/people/in-post.ts';
import { localDate } from '#core/planning/calendar/calendar.ts';
import type { CodeStatementTable } from '#server/database/code-tables.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { addMessage } from '#server/outbox/outbox.ts';
import { readOpenStatements } from './open-statements.ts';

/** A reminder that finds no hour of its reader's in so long is of no use. */
const reminderLifeMs = 7 * dayMs;

/** Writes one letter to each owner of what is due, whatever they own, and returns how many. Whoever has left gets none. */
export async function remindOwners(db: Db, now: Instant): Promise<number> {
  const open = await readOpenStatements(db);
  if (open.length === 0) return 0;
  const owners = new Map<number, CodeStatementTable[]>();
  for (const statement of open)
    if (statement.person_id !== null)
      owners.set(statement.person_id, [...(owners.get(statement.person_id) ?? []), statement]);
  let letters = 0;
  for (const [personId, statements] of owners) if (await remind(db, personId, statements, now)) letters += 1;
  return letters;
}

async function remind(db: Db, personId: number, statements: CodeStatementTable[], now: Instant): Promise<boolean> {
  const person = await db.selectFrom('person').selectAll().where('id', '=', personId).executeTakeFirst();
  if (!person) return false;
  const today = localDate(now, person.zone).toString();
  if (hasLeft(person.leaves_on, today) || !hasBegun(person.starts_on, today)) return false;
  const due = statements.filter(({ state, due_on, reminded_on }) =>
    isReminderDue({ state, dueOn: due_on, remindedOn: reminded_on }, today),
  );
  if (due.length === 0) return false;
  return db.transaction().execute(async (trx) => {
    const mine = [];
    for (const statement of due) if (await claim(trx, statement, today)) mine.push(statement);
    if (mine.length === 0) return false;
    const message = await addMessage(trx, {
      purpose: 'code-reminder',
      person_id: person.id,
      address: person.email,
      due_at: now,
      expires_at: now + reminderLifeMs,
      created_at: now,
    });
    for (const { organisation, year, principle } of mine)
      await trx
        .updateTable('code_statement')
        .set({ message_id: message })
        .where('organisation', '=', organisation)
        .where('year', '=', year)
        .where('principle', '=', principle)
        .execute();
    return true;
  });
}

/** Whether this process is the one to remind of it: of several on one store, one does. */
async function claim(trx: Db, statement: CodeStatementTable, today: string): Promise<boolean> {
  const { organisation, year, principle, version, reminded_on } = statement;
  const { numUpdatedRows } = await trx
    .updateTable('code_statement')
    .set({ reminded_on: today })
    .where('organisation', '=', organisation)
    .where('year', '=', year)
    .where('principle', '=', principle)
    .where('version', '=', version)
    .where('reminded_on', reminded_on === null ? 'is' : '=', reminded_on)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
