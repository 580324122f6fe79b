import { afterAct } from '#core/suppliers/invitation.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { addressesOf, eraseAddress, eraseRow } from '#server/people/erase-person.ts';
import { noteForgotten } from '#server/people/erased-addresses.ts';
import { endTeam } from '#server/people/team-life.ts';

/** What a team holds beside its people. */
const heldByTeam = [
  'exposure',
  'team_link',
  'team_trainer',
  'planned_day',
  'former_team_name',
  'stress_test_item',
] as const;

/**
 * A firm leaves: everybody of its teams is erased with what they answered, and what its teams depend on. What stays is that it took part, from when until when.
 * Gives the addresses of whom was erased, whose files beside the store are still to go; `null` where it takes no part.
 */
export function leaveCustomer(db: Db, supplier: number, now: Instant): Promise<string[] | null> {
  return db.transaction().execute(async (trx) => {
    const row = await trx.selectFrom('supplier').selectAll().where('id', '=', supplier).executeTakeFirst();
    const state = row ? afterAct(row.state, 'end') : null;
    if (!row || state === null) return null;
    const teams = await trx.selectFrom('team').select('id').where('supplier_id', '=', supplier).execute();
    const gone: string[] = [];
    for (const { id } of teams) gone.push(...(await emptyTeam(trx, id, now)));
    if (row.contact !== null) await eraseAddress(trx, row.contact, now);
    await trx
      .updateTable('supplier')
      .set({ state, contact: null, line: null, shares_progress: 0, changed_at: now })
      .where('id', '=', supplier)
      .execute();
    return [...gone, ...(row.contact === null ? [] : [row.contact])];
  });
}

async function emptyTeam(trx: Db, team: number, now: Instant): Promise<string[]> {
  const gone: string[] = [];
  const people = await trx.selectFrom('person').selectAll().where('team_id', '=', team).execute();
  for (const person of people) {
    const addresses = await addressesOf(trx, person);
    await eraseRow(trx, person, now);
    for (const address of addresses) await noteForgotten(trx, address, person.unsubscribed_at, now);
    gone.push(...addresses);
  }
  await endTeam(trx, team, now);
  const registered = trx.selectFrom('safeguard').select('id').where('team_id', '=', team);
  await trx.deleteFrom('safeguard_event').where('safeguard_id', 'in', registered).execute();
  await trx.deleteFrom('safeguard').where('team_id', '=', team).execute();
  for (const table of heldByTeam) await trx.deleteFrom(table).where('team_id', '=', team).execute();
  return gone;
}
