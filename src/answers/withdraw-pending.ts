import { cancelPending } from '../delivery/outbox.ts';
import type { Db } from '../store/open-store.ts';

/** Takes back every nudge to a person that has not left yet. */
export async function withdrawPending(db: Db, personId: number, why: string): Promise<void> {
  const pending = await db
    .selectFrom('message')
    .select('id')
    .where('person_id', '=', personId)
    .where('purpose', '=', 'nudge')
    .where('state', 'in', ['planned', 'queued', 'deferred'])
    .execute();
  await cancelPending(
    db,
    pending.map((message) => message.id),
    why,
  );
}
