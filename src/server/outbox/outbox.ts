import { fateUnknown, takenBackFrom } from '#core/delivery/message-state.ts';
import type { Db } from '#server/database/open-database.ts';
import { newKey } from '#server/database/row-key.ts';
import type { Instant, MessageRow, NewMessage } from '#server/database/schema.ts';

/** What a message carried is not kept once it can no longer be sent: a sign-in letter holds a link in clear. */
export const forgotten = { raw: null, letter: null };

/** Puts a message into the outbox as planned, under a key of its own. */
export async function addMessage(db: Db, message: Omit<NewMessage, 'state' | 'key'>): Promise<number> {
  const { id } = await db
    .insertInto('message')
    .values({ ...message, state: 'planned', key: newKey() })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** What may be told of a message without telling whose it is. */
export type MessageInBrief = Pick<MessageRow, 'id' | 'person_id' | 'purpose' | 'attempt'>;

export const inBrief = ['id', 'person_id', 'purpose', 'attempt'] as const;

/** What mail is for. While mail is paused only letters go: somebody asks for each, and waits. */
export const allPurposes = [
  'sign-in',
  'nudge',
  'welcome',
  'preview',
  'digest',
  'code-reminder',
] as const satisfies readonly MessageRow['purpose'][];

export type Purposes = readonly MessageRow['purpose'][];

/**
 * Messages past their use become `expired`, and are returned; due ones become `queued`, and so do deferred ones whose wait is over.
 */
export async function releaseDue(db: Db, now: Instant, purposes: Purposes = allPurposes): Promise<MessageInBrief[]> {
  const expired = await db
    .updateTable('message')
    .set({ state: 'expired', ...forgotten })
    .where('state', 'in', takenBackFrom)
    .where('purpose', 'in', purposes)
    .where('expires_at', '<', now)
    .returning(inBrief)
    .execute();
  // Whether an unknown one arrived stays unknown, but it is too late to send it again, so its bytes go.
  await db
    .updateTable('message')
    .set(forgotten)
    .where('state', 'in', fateUnknown)
    .where('expires_at', '<', now)
    .execute();
  await db
    .updateTable('message')
    .set({ state: 'queued' })
    .where('state', 'in', ['planned', 'deferred'])
    .where('purpose', 'in', purposes)
    .where('due_at', '<=', now)
    .execute();
  return expired;
}

/** Queues letters written meanwhile and returns them: whoever asked for one waits for it. */
export async function queueLetters(db: Db, now: Instant): Promise<number[]> {
  const written = await db
    .updateTable('message')
    .set({ state: 'queued' })
    .where('state', '=', 'planned')
    .where('due_at', '<=', now)
    .where('purpose', '=', 'sign-in')
    .returning('id')
    .execute();
  return written.map(({ id }) => id);
}

export async function isAnyQueued(db: Db): Promise<boolean> {
  const first = await db.selectFrom('message').select('id').where('state', '=', 'queued').limit(1).executeTakeFirst();
  return first !== undefined;
}

export async function queuedLetters(db: Db): Promise<number[]> {
  const waiting = await db
    .selectFrom('message')
    .select('id')
    .where('state', '=', 'queued')
    .where('purpose', '=', 'sign-in')
    .orderBy('due_at')
    .execute();
  return waiting.map(({ id }) => id);
}

/** Withdraws whatever has not left for a person; what is being sent is left to its sender. */
export async function cancelPending(db: Db, messageIds: readonly number[], why: string): Promise<void> {
  if (messageIds.length === 0) return;
  await db
    .updateTable('message')
    .set({ state: 'cancelled', reply: why, ...forgotten })
    .where('id', 'in', messageIds)
    .where('state', 'in', takenBackFrom)
    .execute();
}
