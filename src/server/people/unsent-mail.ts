import { takenBackFrom } from '#core/delivery/message-state.ts';
import { type Posting, personState } from '#core/people/person-state.ts';
import type { Db } from '#server/database/open-database.ts';
import { cancelPending } from '#server/outbox/outbox.ts';

/** Withdraws, of what has not left yet, the mail of days on which somebody is not there. The send blocker would stop it too, but plans show it. */
export async function withdrawOfDaysAway(trx: Db, person: Posting & { id: number }): Promise<void> {
  const unsent = await trx
    .selectFrom('nudge')
    .innerJoin('message', 'message.id', 'nudge.message_id')
    .select(['message.id', 'nudge.local_date'])
    .where('nudge.person_id', '=', person.id)
    .where('message.state', 'in', takenBackFrom)
    .execute();
  for (const { id, local_date } of unsent) {
    const state = personState(person, local_date);
    if (state !== 'in-post') await cancelPending(trx, [id], `not there on ${local_date}: ${state}`);
  }
}

/** Whatever of a person's mail has not left goes to their new address, drawn anew. Of what may have left already, nothing changes. */
export async function sendUnsentTo(trx: Db, personId: number, address: string): Promise<void> {
  await trx
    .updateTable('message')
    .set({ address, raw: null })
    .where('person_id', '=', personId)
    .where('state', 'in', takenBackFrom)
    .execute();
}
