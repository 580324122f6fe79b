import { fateUnknown, isFateUnknown, type MessageState } from '#core/delivery/message-state.ts';
import { type Settling, settledAs } from '#core/delivery/settling.ts';
import type { NudgeKind } from '#core/planning/nudge-kinds.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant, MessageRow } from '#server/database/schema.ts';

/** A message that was begun and never answered for: nobody knows whether it arrived. */
export type HeldMessage = Pick<MessageRow, 'id' | 'purpose' | 'address' | 'reply'> & {
  dueAt: Instant;
  expiresAt: Instant;
  kind: NudgeKind | null;
  lessonId: string | null;
  /** Whoever answered a mail has it. */
  answered: boolean;
};

/** Every message of unknown fate, the oldest first. */
export async function readHeld(db: Db): Promise<HeldMessage[]> {
  const rows = await db
    .selectFrom('message')
    .leftJoin('nudge', 'nudge.message_id', 'message.id')
    .select(['message.id', 'message.purpose', 'message.address', 'message.reply', 'message.due_at'])
    .select(['message.expires_at', 'nudge.kind', 'nudge.lesson_id'])
    .select((eb) =>
      eb.selectFrom('answer').select('answer.id').whereRef('answer.nudge_id', '=', 'nudge.id').limit(1).as('answer_id'),
    )
    .where('message.state', 'in', fateUnknown)
    .orderBy('message.due_at')
    .orderBy('message.id')
    .execute();
  return rows.map(({ id, purpose, address, reply, due_at, expires_at, kind, lesson_id, answer_id }) => ({
    id,
    purpose,
    address,
    reply,
    dueAt: due_at,
    expiresAt: expires_at,
    kind,
    lessonId: lesson_id,
    answered: answer_id !== null,
  }));
}

export type SettleOutcome =
  | { ok: true }
  | { ok: false; reason: 'no-such-message' | 'too-late' }
  | { ok: false; reason: 'not-held'; state: MessageState };

/** Settles one message by an operator's word. One statement decides, so that a sender who takes it up meanwhile is not overruled. */
export async function settleHeld(db: Db, id: number, as: Settling, now: Instant): Promise<SettleOutcome> {
  const held = db.updateTable('message').where('id', '=', id).where('state', 'in', fateUnknown);
  // Past its time its bytes are forgotten, and whatever it asked is closed.
  const settling = as === 'resend' ? held.where('expires_at', '>=', now) : held;
  const { numUpdatedRows } = await settling
    .set({ state: settledAs[as], worker: null, lease_until: null, ...changes(as, now) })
    .executeTakeFirst();
  return numUpdatedRows > 0n ? { ok: true } : refusal(db, id);
}

function changes(as: Settling, now: Instant): Partial<MessageRow> {
  const forgotten = { raw: null, letter: null };
  switch (as) {
    case 'accepted':
      return { ...forgotten, accepted_at: now };
    case 'cancel':
      return { ...forgotten, reply: 'withdrawn' };
    case 'resend':
      return {};
  }
}

async function refusal(db: Db, id: number): Promise<SettleOutcome> {
  const message = await db.selectFrom('message').select('state').where('id', '=', id).executeTakeFirst();
  if (!message) return { ok: false, reason: 'no-such-message' };
  const { state } = message;
  return isFateUnknown(state) ? { ok: false, reason: 'too-late' } : { ok: false, reason: 'not-held', state };
}
