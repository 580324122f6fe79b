import { afterAct, isOpen } from '#core/suppliers/invitation.ts';
import { type ReadToken, readToken } from '#server/answers/token.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { addTeam } from '#server/people/add-team.ts';
import { isOfHouse } from './invite-supplier.ts';
import { noteRefusal } from './refusals.ts';
import { type SupplierDoor, storeOf } from './supplier-door.ts';
import type { SupplierRow } from './supplier-row.ts';

export type OpenedInvitation =
  | { ok: true; supplier: SupplierRow; isOpen: boolean }
  | { ok: false; reason: Exclude<ReadToken, { ok: true }>['reason'] };

/** The invitation that a link names. Looking at it changes nothing. */
export async function openInvitation(door: SupplierDoor, token: string, now: Instant): Promise<OpenedInvitation> {
  const db = storeOf(door);
  const read = await readToken(door.keys, 'invited', token, now, async (id) => {
    const row = await db.selectFrom('supplier').select('key').where('id', '=', id).executeTakeFirst();
    return row?.key;
  });
  if (!read.ok) return read;
  const supplier = await db.selectFrom('supplier').selectAll().where('id', '=', read.id).executeTakeFirst();
  if (!supplier) return { ok: false, reason: 'gone' };
  const open = !read.expired && isOpen({ state: supplier.state, invitedAt: supplier.invited_at }, now);
  return { ok: true, supplier, isOpen: open };
}

/** *no-consent*: the box that says that they may decide it was left empty. *of-house*: the address has become somebody of the house. *closed*: it was answered or taken back meanwhile. */
export type Accepted = { ok: true } | { ok: false; reason: 'no-consent' | 'of-house' | 'closed' };

export type Acceptance = { mayDecide: boolean; sharesProgress: boolean };

/** Makes the firm's team, which whoever was asked leads. */
export async function acceptInvitation(
  door: SupplierDoor,
  { id, contact }: Pick<SupplierRow, 'id' | 'contact'>,
  { mayDecide, sharesProgress }: Acceptance,
  now: Instant,
): Promise<Accepted> {
  if (!mayDecide) return { ok: false, reason: 'no-consent' };
  if (contact === null) return { ok: false, reason: 'closed' };
  if (await isOfHouse(door, contact)) return { ok: false, reason: 'of-house' };
  return storeOf(door)
    .transaction()
    .execute(async (trx) => {
      const accepted = await answer(trx, id, 'accept', now);
      if (!accepted) return { ok: false, reason: 'closed' };
      await trx
        .updateTable('supplier')
        .set({ shares_progress: Number(sharesProgress) })
        .where('id', '=', id)
        .execute();
      const { firm, zone } = accepted;
      const team = await addTeam(trx, { name: firm, zone, sector: null, supplier_id: id }, now);
      await trx.insertInto('team_trainer').values({ team_id: team, email: contact }).execute();
      return { ok: true };
    });
}

/** Says no. The address is forgotten at once, and not asked again for a year. */
export function declineInvitation(
  door: SupplierDoor,
  { id, contact }: Pick<SupplierRow, 'id' | 'contact'>,
  now: Instant,
): Promise<boolean> {
  return storeOf(door)
    .transaction()
    .execute(async (trx) => {
      const declined = await answer(trx, id, 'decline', now);
      if (!declined) return false;
      if (contact !== null) await noteRefusal(trx, contact, now);
      await trx.updateTable('supplier').set({ contact: null, line: null }).where('id', '=', id).execute();
      return true;
    });
}

/** One of two who answer at once does. */
async function answer(trx: Db, id: number, act: 'accept' | 'decline', now: Instant): Promise<SupplierRow | null> {
  const row = await trx.selectFrom('supplier').selectAll().where('id', '=', id).executeTakeFirst();
  const state = row ? afterAct(row.state, act) : null;
  if (!row || state === null || !isOpen({ state: row.state, invitedAt: row.invited_at }, now)) return null;
  const { numUpdatedRows } = await trx
    .updateTable('supplier')
    .set({ state, changed_at: now })
    .where('id', '=', id)
    .where('state', '=', row.state)
    .executeTakeFirst();
  return numUpdatedRows > 0n ? row : null;
}
