import { withdrawPending } from '#server/answers/withdraw-pending.ts';
import type { Db } from '#server/database/open-database.ts';
import type { PersonRow } from '#server/database/schema.ts';
import type { OwnIds } from './match-people.ts';

/** What people decided about their mail since the backup, counted. */
export type WishesTakenOver = {
  unsubscribed: number;
  paused: number;
  paces: number;
  times: number;
  notRelevant: number;
  suppressed: number;
};

/**
 * Takes over, in the caller's transaction, what people of the lost store decided about their mail. Only what asks for less is taken: where the two
 * stores differ the other way, nobody can tell which was later.
 */
export async function takeOverWishes(trx: Db, lost: Db, ownIds: OwnIds): Promise<WishesTakenOver> {
  const counts = { unsubscribed: 0, paused: 0, paces: 0, times: 0 };
  const people = await trx.selectFrom('person').selectAll().execute();
  const own = new Map(people.map((person) => [person.id, person]));
  for (const before of await lost.selectFrom('person').selectAll().execute()) {
    const person = own.get(ownIds.get(before.id) ?? 0);
    if (person) for (const wish of await wishesOf(trx, person, before)) counts[wish] += 1;
  }
  const notRelevant = await takeOverNotRelevant(trx, lost, ownIds);
  return { ...counts, notRelevant, suppressed: await takeOverSuppressions(trx, lost) };
}

type Wish = 'unsubscribed' | 'paused' | 'paces' | 'times';

async function wishesOf(trx: Db, person: PersonRow, before: PersonRow): Promise<Wish[]> {
  const wishes: Wish[] = [];
  const patch: Partial<PersonRow> = {};
  if (before.unsubscribed_at !== null && person.unsubscribed_at === null) {
    patch.unsubscribed_at = before.unsubscribed_at;
    wishes.push('unsubscribed');
    await withdrawPending(trx, person.id, 'unsubscribed');
  }
  if (before.paused_until !== null && before.paused_until > (person.paused_until ?? '')) {
    patch.paused_until = before.paused_until;
    wishes.push('paused');
  }
  if (before.pace_chosen_on !== null && before.pace_chosen_on > (person.pace_chosen_on ?? '')) {
    patch.pace = before.pace;
    patch.pace_chosen_on = before.pace_chosen_on;
    wishes.push('paces');
  }
  const hadTimes = before.mail_days !== null || before.mail_hours !== null;
  if (hadTimes && person.mail_days === null && person.mail_hours === null) {
    patch.mail_days = before.mail_days;
    patch.mail_hours = before.mail_hours;
    wishes.push('times');
  }
  if (wishes.length > 0) await trx.updateTable('person').set(patch).where('id', '=', person.id).execute();
  return wishes;
}

async function takeOverNotRelevant(trx: Db, lost: Db, ownIds: OwnIds): Promise<number> {
  let taken = 0;
  for (const said of await lost.selectFrom('not_relevant').selectAll().execute()) {
    const personId = ownIds.get(said.person_id);
    if (personId === undefined) continue;
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('not_relevant')
      .values({ ...said, person_id: personId })
      .onConflict((conflict) => conflict.columns(['person_id', 'lesson_id']).doNothing())
      .executeTakeFirst();
    if (!numInsertedOrUpdatedRows) continue;
    taken += 1;
    await withdrawPending(trx, personId, 'not relevant to this person', said.lesson_id);
  }
  return taken;
}

async function takeOverSuppressions(trx: Db, lost: Db): Promise<number> {
  let taken = 0;
  for (const suppression of await lost.selectFrom('suppression').selectAll().execute()) {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('suppression')
      .values(suppression)
      .onConflict((conflict) => conflict.column('address').doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows) taken += 1;
  }
  return taken;
}
