import type { SafeguardEvent } from '#core/safeguards/standing.ts';
import type { Db } from '#server/database/open-database.ts';
import { newKey } from '#server/database/row-key.ts';
import type { SafeguardEventRow } from '#server/database/schema.ts';

/** What was done with some safeguards, or with all, by their id; the oldest first. */
export async function eventsOf(db: Db, ids: readonly string[] | 'all'): Promise<Map<string, SafeguardEventRow[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('safeguard_event')
    .selectAll()
    .$if(ids !== 'all', (query) => query.where('safeguard_id', 'in', [...ids]))
    .orderBy('at')
    .orderBy('key')
    .execute();
  return Map.groupBy(rows, ({ safeguard_id }) => safeguard_id);
}

/** As the rules read it. */
export function eventOf({ act, at, day, note, reason_read }: SafeguardEventRow): SafeguardEvent {
  return { act, at, day, note, reasonRead: reason_read === 1 };
}

/** Who did something: at the desk or by a command, or the owner by answering a mail. */
export type DoneBy = { desk: string } | { owner: number };

export type NewEvent = Pick<SafeguardEvent, 'act' | 'day' | 'at' | 'note'> & { reasonRead?: true };

export async function addEvent(trx: Db, id: string, event: NewEvent, by: DoneBy): Promise<void> {
  await trx
    .insertInto('safeguard_event')
    .values({
      ...{ key: newKey(), safeguard_id: id, act: event.act, at: event.at, day: event.day, note: event.note },
      done_by: 'desk' in by ? by.desk : null,
      person_id: 'owner' in by ? by.owner : null,
      reason_read: event.reasonRead ? 1 : 0,
    })
    .execute();
}
