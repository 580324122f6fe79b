import { nameKey } from '#core/people/same-name.ts';
import { firstLanguage } from '#i18n/languages.ts';
import { withdrawPending } from '#server/answers/withdraw-pending.ts';
import type { Db } from '#server/database/open-database.ts';
import { newKey } from '#server/database/row-key.ts';
import type { Instant, PersonRow } from '#server/database/schema.ts';
import { noteChangeOf, noteChangeOfTeam } from '#server/database/team-changes.ts';
import { wholeStore } from '#server/walls/whole-store.ts';
import { type ErasedAddress, erasedIn, normalised, wishIn } from './erased-addresses.ts';
import { changeAddress } from './former-addresses.ts';
import { withdrawOfDaysAway } from './unsent-mail.ts';

/** What the house says of somebody; the pace, a pause and an unsubscription are their own. */
export type PersonPatch = Partial<
  Pick<
    PersonRow,
    | 'email'
    | 'name'
    | 'role'
    | 'zone'
    | 'language'
    | 'joined_year'
    | 'starts_on'
    | 'leaves_on'
    | 'away_until'
    | 'staff_number'
    | 'shifts'
    | 'holidays'
  >
>;

/** Why nothing was changed; `takenBy` is the person who has that address or number. */
export type Refused =
  | { ok: false; reason: 'unknown' }
  | { ok: false; reason: 'address-taken' | 'number-taken'; takenBy: number };

export type Changed = { ok: true } | Refused;

/**
 * Changes what the house says of a person, in the caller's transaction. Memory, history, wishes and links stay theirs, since all name the row. A
 * new address gets what had not left yet; what servers said of the old one stays with that, and what its owner said comes along.
 */
export async function changePerson(trx: Db, personId: number, patch: PersonPatch, now: Instant): Promise<Changed> {
  const person = await trx.selectFrom('person').selectAll().where('id', '=', personId).executeTakeFirst();
  if (!person) return { ok: false, reason: 'unknown' };
  const wanted = tidied(patch);
  const taken = await takenBy(trx, personId, wanted);
  if (taken) return taken;
  if (wanted.email !== undefined && wanted.email !== person.email) await changeAddress(trx, person, wanted.email, now);
  if (Object.keys(wanted).length > 0) await trx.updateTable('person').set(wanted).where('id', '=', personId).execute();
  await noteChangeOf(trx, personId);
  await withdrawOfDaysAway(trx, { ...person, ...wanted });
  return { ok: true };
}

/** The last day, in the caller's transaction: from the day after nobody plans or mails them. What was to come after it is withdrawn. */
export function letLeave(trx: Db, personId: number, lastDay: string, now: Instant): Promise<Changed> {
  return changePerson(trx, personId, { leaves_on: lastDay }, now);
}

/** Somebody who left is here again, with all they remember and all they wished. */
export function comeBack(trx: Db, personId: number, now: Instant): Promise<Changed> {
  return changePerson(trx, personId, { leaves_on: null }, now);
}

/** Takes a person into another team. What their old team's plan had chosen for them is withdrawn: the new one's chooses from what that depends on. */
export async function moveTo(trx: Db, personId: number, teamId: number): Promise<Changed> {
  const person = await trx.selectFrom('person').select('team_id').where('id', '=', personId).executeTakeFirst();
  const team = await trx.selectFrom('team').select('id').where('id', '=', teamId).executeTakeFirst();
  if (!person || !team) return { ok: false, reason: 'unknown' };
  if (person.team_id === teamId) return { ok: true };
  await trx.updateTable('person').set({ team_id: teamId }).where('id', '=', personId).execute();
  await withdrawPending(trx, personId, 'moved to another team');
  for (const id of [person.team_id, teamId]) await noteChangeOfTeam(trx, id);
  return { ok: true };
}

export type NewPerson = Pick<PersonRow, 'team_id' | 'email' | 'name' | 'role' | 'zone'> &
  Omit<PersonPatch, 'email' | 'name' | 'role' | 'zone'> &
  Partial<Pick<PersonRow, 'pace'>>;

export type Added = { ok: true; id: number } | Refused | { ok: false; reason: 'erased' };

/**
 * Takes somebody in, in the caller's transaction. Whoever asked to be erased is not taken in again; whoever had left, was forgotten and had wanted no
 * mail is, and still gets none: `marks` are all of the store (erased-addresses.ts).
 */
export async function addPerson(
  trx: Db,
  person: NewPerson,
  marks: readonly ErasedAddress[],
  now: Instant,
): Promise<Added> {
  const { email, name, staff_number = null, language = firstLanguage, ...rest } = { ...person, ...tidied(person) };
  if (erasedIn(marks)(email) !== null) return { ok: false, reason: 'erased' };
  const taken = await takenBy(trx, null, { email, staff_number });
  if (taken) return taken;
  const { id } = await trx
    .insertInto('person')
    .values({
      ...rest,
      ...{ email, name, language, staff_number, name_key: nameKey(name), created_at: now, key: newKey() },
      welcome_owed: 1,
      unsubscribed_at: wishIn(marks)(email),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await noteChangeOfTeam(trx, person.team_id);
  return { ok: true, id };
}

function tidied(patch: PersonPatch): PersonPatch & { name_key?: string } {
  const { email, name, staff_number } = patch;
  return {
    ...patch,
    ...(email !== undefined && { email: normalised(email) }),
    ...(name !== undefined && { name, name_key: nameKey(name) }),
    ...(staff_number !== undefined && { staff_number: staff_number?.trim() || null }),
  };
}

async function takenBy(trx: Db, ownId: number | null, patch: PersonPatch): Promise<Refused | null> {
  const { email, staff_number } = patch;
  const everybody = wholeStore(trx);
  if (email !== undefined) {
    const owner = await everybody.selectFrom('person').select('id').where('email', '=', email).executeTakeFirst();
    if (owner && owner.id !== ownId) return { ok: false, reason: 'address-taken', takenBy: owner.id };
  }
  if (!staff_number) return null;
  const owner = await everybody
    .selectFrom('person')
    .select('id')
    .where('staff_number', '=', staff_number)
    .executeTakeFirst();
  return owner && owner.id !== ownId ? { ok: false, reason: 'number-taken', takenBy: owner.id } : null;
}
