import type { Db } from '#server/database/open-database.ts';
import type { MessageRow, NewMessage } from '#server/database/schema.ts';
import { addMessage } from '#server/outbox/outbox.ts';

export const hourMs = 3_600_000;

/** A message to one address, planned at `now`, due at once and of use for a day. */
export function aMessage(db: Db, now: number, traits: Partial<NewMessage> = {}): Promise<number> {
  return addMessage(db, {
    purpose: 'nudge',
    address: 'mei@kazehaya.example',
    due_at: now,
    expires_at: now + 24 * hourMs,
    created_at: now,
    ...traits,
  });
}

export function readMessage(db: Db, id: number): Promise<MessageRow> {
  return db.selectFrom('message').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}
