import { createHmac } from 'node:crypto';
import { invitationLifeMs, refusalMs } from '#core/suppliers/invitation.ts';
import { readFact } from '#server/database/facts.ts';
import type { Db } from '#server/database/open-database.ts';
import { newKey } from '#server/database/row-key.ts';
import type { Instant } from '#server/database/schema.ts';

/** The key that marks are made with. It is not SECRET, which is changed now and then: a refusal holds for a year. */
const keyName = 'invitation-refusal-key';

async function markOf(db: Db, address: string): Promise<string> {
  await db
    .insertInto('fact')
    .values({ name: keyName, value: newKey() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const key = (await readFact(db, keyName)) ?? '';
  return createHmac('sha256', key).update(address).digest('base64url');
}

/** Remembers for a year that an address wants no invitation, without the address. */
export async function noteRefusal(trx: Db, address: string, now: Instant): Promise<void> {
  const until = now + refusalMs;
  await trx
    .insertInto('invitation_refusal')
    .values({ mark: await markOf(trx, address), until })
    .onConflict((conflict) => conflict.column('mark').doUpdateSet({ until }))
    .execute();
}

/** Until when an address wants no invitation; `null` where it may be asked. */
export async function refusedUntil(db: Db, address: string, now: Instant): Promise<Instant | null> {
  const row = await db
    .selectFrom('invitation_refusal')
    .select('until')
    .where('mark', '=', await markOf(db, address))
    .where('until', '>', now)
    .executeTakeFirst();
  return row?.until ?? null;
}

/** Forgets refusals that are over, and whom an invitation went to that nobody answered. */
export async function cutInvitations(db: Db, now: Instant): Promise<void> {
  await db.deleteFrom('invitation_refusal').where('until', '<=', now).execute();
  await db
    .updateTable('supplier')
    .set({ contact: null, line: null })
    .where('state', '=', 'invited')
    .where('invited_at', '<=', now - invitationLifeMs)
    .execute();
}
