import { dayMs } from '#core/memory/forgetting-curve.ts';
import { afterAct, invitationLifeMs, isOpen } from '#core/suppliers/invitation.ts';
import { signToken } from '#server/answers/token.ts';
import type { Db } from '#server/database/open-database.ts';
import { newKey } from '#server/database/row-key.ts';
import type { Instant } from '#server/database/schema.ts';
import { readAccessOf } from '#server/desk/roles/desk-access.ts';
import { addMessage, cancelPending } from '#server/outbox/outbox.ts';
import type { InvitationSaid } from './invitation-draft.ts';
import { invitationLetter } from './invitation-letter.ts';
import { refusedUntil } from './refusals.ts';
import { type SupplierDoor, storeOf } from './supplier-door.ts';

/**
 * Why nobody was invited. *of-house*: the address is of somebody of the house, who needs no invitation. *already*: it was asked, or takes part. *refused*: it
 * said that it wants none. *too-many*: as many as may go on one day have gone.
 */
export type InviteRefusal = 'of-house' | 'already' | 'refused' | 'too-many';

export type Invited = { ok: true; id: number } | { ok: false; reason: InviteRefusal };

/** Strangers are written to: so many a day are enough for a house that means each of them. */
export const mostADay = 20;

/** A letter that could not be delivered in this time is of no use. */
const letterLifeMs = 3 * dayMs;

/** Asks a firm whether it brings a team, by one mail. Nothing else is sent until somebody there says yes. */
export async function inviteSupplier(
  door: SupplierDoor,
  { firm, contact, language, zone, line }: InvitationSaid,
  by: string,
  now: Instant,
): Promise<Invited> {
  const db = storeOf(door);
  const refusal = await refusalOf(door, contact, now);
  if (refusal) return { ok: false, reason: refusal };
  return db.transaction().execute(async (trx) => {
    const key = newKey();
    const { id } = await trx
      .insertInto('supplier')
      .values({
        key,
        firm,
        state: 'invited',
        contact,
        language,
        zone,
        line,
        invited_by: by,
        invited_at: now,
        changed_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const url = `${door.siteUrl}/invited/${signToken(door.keys, 'invited', { id, key }, now + invitationLifeMs)}`;
    const letter = invitationLetter({ firm, by, line, url, host: new URL(door.siteUrl).host }, language);
    await addMessage(trx, {
      purpose: 'invitation',
      address: contact,
      due_at: now,
      expires_at: now + letterLifeMs,
      created_at: now,
      letter: JSON.stringify(letter),
    });
    return { ok: true, id };
  });
}

async function refusalOf(door: SupplierDoor, contact: string, now: Instant): Promise<InviteRefusal | null> {
  const db = storeOf(door);
  if (await isOfHouse(door, contact)) return 'of-house';
  const known = await db
    .selectFrom('supplier')
    .select(['state', 'invited_at'])
    .where('contact', '=', contact)
    .where('state', 'in', ['invited', 'accepted'])
    .execute();
  if (known.some(({ state, invited_at }) => state === 'accepted' || isOpen({ state, invitedAt: invited_at }, now)))
    return 'already';
  if ((await refusedUntil(db, contact, now)) !== null) return 'refused';
  const { today } = await db
    .selectFrom('supplier')
    .select((eb) => eb.fn.countAll<number>().as('today'))
    .where('invited_at', '>', now - dayMs)
    .executeTakeFirstOrThrow();
  return Number(today) >= mostADay ? 'too-many' : null;
}

/** Whether an address is of somebody of the house: its own people, and whoever has to do with its desk. */
export async function isOfHouse(door: SupplierDoor, address: string): Promise<boolean> {
  const db = storeOf(door);
  const access = await readAccessOf(db, door.trainers, address);
  if (access?.side.of === 'house') return true;
  const person = await db
    .selectFrom('person')
    .innerJoin('team', 'team.id', 'person.team_id')
    .select('person.id')
    .where('person.email', '=', address)
    .where('team.supplier_id', 'is', null)
    .executeTakeFirst();
  return person !== undefined;
}

/** Takes an invitation back that nobody answered: its link opens nothing any more, and its mail does not leave if it has not. */
export async function withdrawInvitation(db: Db, id: number, now: Instant): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const row = await trx.selectFrom('supplier').selectAll().where('id', '=', id).executeTakeFirst();
    const state = row ? afterAct(row.state, 'withdraw') : null;
    if (!row || state === null) return false;
    await trx
      .updateTable('supplier')
      .set({ state, contact: null, line: null, changed_at: now })
      .where('id', '=', id)
      .where('state', '=', row.state)
      .execute();
    const letters = await trx
      .selectFrom('message')
      .select('id')
      .where('purpose', '=', 'invitation')
      .where('address', '=', row.contact ?? '')
      .execute();
    await cancelPending(
      trx,
      letters.map((letter) => letter.id),
      'the invitation was taken back',
    );
    return true;
  });
}
