import { statesBefore } from '#core/delivery/message-state.ts';
import type { Db } from '#server/database/open-database.ts';

/** Moves a message that had left by what a report says of it. `false` when it stands where no report moves it. */
export async function markReported(db: Db, id: number, as: 'bounced' | 'complained', reply: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('message')
    .set({ state: as, reply, raw: null, letter: null, worker: null, lease_until: null })
    .where('id', '=', id)
    .where('state', 'in', statesBefore(as))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
