import type { DeskRole } from '#core/privacy/desk-roles.ts';
import { keepFact } from '#server/database/facts.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';

/** Somebody's roles; `givenBy` is null for whoever stands in the settings. */
export type HeldRole = { email: string; role: DeskRole; givenBy: string | null; givenAt: Instant | null };

export type RoleChange =
  | { ok: true; changed: boolean }
  | { ok: false; reason: 'no-address' | 'last-admin' | 'in-settings' };

/** Who has which role by the settings or by an admin, by address. Trainers of single teams stand with their teams. */
export async function readRoles(db: Db, trainers: readonly string[]): Promise<HeldRole[]> {
  const rows = await db.selectFrom('desk_role').selectAll().execute();
  const given = rows.map(({ email, role, given_at, given_by }) => ({
    email,
    role,
    givenBy: given_by,
    givenAt: given_at,
  }));
  const set = trainers.flatMap((email): HeldRole[] =>
    (['admin', 'trainer'] as const).map((role) => ({ email, role, givenBy: null, givenAt: null })),
  );
  return [...set, ...given].sort((a, b) => a.email.localeCompare(b.email) || a.role.localeCompare(b.role));
}

/** RFC 5321 lets no address be longer. */
const longestAddress = 254;

/** An address as it is kept, or `null` where the text is none. */
function addressIn(text: string): string | null {
  const address = text.trim().toLowerCase();
  const isOne = address.length <= longestAddress && /^[^\s@<>"(),;:\\\p{Cc}]+@[^\s@<>"(),;:\\\p{Cc}]+$/u.test(address);
  return isOne ? address : null;
}

export async function giveRole(db: Db, email: string, role: DeskRole, by: string, now: Instant): Promise<RoleChange> {
  const address = addressIn(email);
  if (!address) return { ok: false, reason: 'no-address' };
  const added = await db
    .insertInto('desk_role')
    .values({ email: address, role, given_at: now, given_by: by })
    .onConflict((conflict) => conflict.columns(['email', 'role']).doNothing())
    .returning('email')
    .executeTakeFirst();
  return { ok: true, changed: added !== undefined };
}

/** Takes a role; the last admin stays, as nobody could give it back. `trainers` are the admins of the settings. */
export async function takeRole(
  db: Db,
  trainers: readonly string[],
  email: string,
  role: DeskRole,
  now: Instant,
): Promise<RoleChange> {
  const address = addressIn(email);
  if (!address) return { ok: false, reason: 'no-address' };
  return db
    .transaction()
    .execute(async (trx): Promise<RoleChange> => {
      // One after the other, so that of two who take the last two at once one is refused.
      await keepFact(trx, 'roles-taken', String(now));
      const taken = await trx
        .deleteFrom('desk_role')
        .where('email', '=', address)
        .where('role', '=', role)
        .returning('email')
        .executeTakeFirst();
      if (!taken) return isOfSettings(trainers, address, role);
      if (role !== 'admin' || trainers.length > 0) return { ok: true, changed: true };
      const left = await trx.selectFrom('desk_role').select('email').where('role', '=', 'admin').executeTakeFirst();
      if (left) return { ok: true, changed: true };
      throw new LastAdmin();
    })
    .catch((err: unknown): RoleChange => {
      if (err instanceof LastAdmin) return { ok: false, reason: 'last-admin' };
      throw err;
    });
}

/** Undoes a transaction. */
class LastAdmin extends Error {}

function isOfSettings(trainers: readonly string[], address: string, role: DeskRole): RoleChange {
  const isSet = trainers.includes(address) && (role === 'admin' || role === 'trainer');
  return isSet ? { ok: false, reason: 'in-settings' } : { ok: true, changed: false };
}
