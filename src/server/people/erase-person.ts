import type { Db } from '#server/database/open-database.ts';
import type { Instant, PersonRow } from '#server/database/schema.ts';
import { noteErasedMessages } from '#server/database/store-life.ts';
import { forgetTeamMemory } from '#server/database/team-changes.ts';
import { noteErasure } from './erasures.ts';

export type Erasure = { ok: true; name: string; nudges: number; answers: number } | { ok: false; reason: 'unknown' };

/** Stands in place of the address where what a trainer did stays in force. */
const erased = 'a trainer who was erased';

/** Stands in place of the address that somebody did something for. */
const erasedSubject = 'somebody who was erased';

/**
 * Removes a person and everything that could be led back to them, in one transaction. Team figures lose their share of it. That a row was erased is
 * remembered: a backup that holds it must not bring it back.
 */
export async function erasePerson(db: Db, email: string, now: Instant): Promise<Erasure> {
  return db.transaction().execute(async (trx) => {
    const address = email.trim().toLowerCase();
    const person = await trx.selectFrom('person').selectAll().where('email', '=', address).executeTakeFirst();
    return person
      ? { ok: true, name: person.name, ...(await eraseRow(trx, person, now)) }
      : { ok: false, reason: 'unknown' };
  });
}

/** The same for somebody who was found, in the caller's transaction. */
export async function eraseRow(
  trx: Db,
  { email: address, ...person }: PersonRow,
  now: Instant,
): Promise<{ nudges: number; answers: number }> {
  const nudges = await trx.selectFrom('nudge').select(['id']).where('person_id', '=', person.id).execute();
  const nudgeIds = nudges.map((nudge) => nudge.id);
  const answers =
    nudgeIds.length === 0
      ? []
      : await trx.deleteFrom('answer').where('nudge_id', 'in', nudgeIds).returning('id').execute();
  if (nudgeIds.length > 0) await trx.deleteFrom('reading').where('nudge_id', 'in', nudgeIds).execute();
  await trx.deleteFrom('nudge').where('person_id', '=', person.id).execute();
  await trx
    .deleteFrom('report')
    .where('message_id', 'in', (eb) =>
      eb
        .selectFrom('message')
        .select('message.id')
        .where((where) => where.or([where('person_id', '=', person.id), where('address', '=', address)])),
    )
    .execute();
  const messages = await trx
    .deleteFrom('message')
    .where((where) => where.or([where('person_id', '=', person.id), where('address', '=', address)]))
    .returning('id')
    .execute();
  await noteErasedMessages(
    trx,
    messages.map(({ id: message }) => message),
  );
  await trx.deleteFrom('memory').where('person_id', '=', person.id).execute();
  await trx.deleteFrom('calibration').where('person_id', '=', person.id).execute();
  await trx.deleteFrom('not_relevant').where('person_id', '=', person.id).execute();
  await trx.deleteFrom('suppression').where('address', '=', address).execute();
  await trx.deleteFrom('sign_in').where('email', '=', address).execute();
  await trx.deleteFrom('session').where('email', '=', address).execute();
  await trx.deleteFrom('team_trainer').where('email', '=', address).execute();
  await trx.updateTable('access').set({ who: erased }).where('who', '=', address).execute();
  await trx.updateTable('access').set({ subject: erasedSubject }).where('subject', '=', address).execute();
  await trx.updateTable('assignment').set({ assigned_by: erased }).where('assigned_by', '=', address).execute();
  await trx.updateTable('signal').set({ made_by: erased }).where('made_by', '=', address).execute();
  await trx.updateTable('signal').set({ withdrawn_by: erased }).where('withdrawn_by', '=', address).execute();
  await trx.deleteFrom('person').where('id', '=', person.id).execute();
  await forgetTeamMemory(trx, person.team_id);
  await noteErasure(trx, person, now);
  return { nudges: nudgeIds.length, answers: answers.length };
}
