import { type MessageState, statesBefore } from '#core/delivery/message-state.ts';
import { retryDelayMs } from '#core/delivery/retry-delay.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant, MessageRow } from '#server/database/schema.ts';
import { tokenOf } from '#server/mail/return-path.ts';
import { type Claim, leaseMs } from './claims.ts';
import { forgotten } from './outbox.ts';

/** The names under which what a nudge asks, and how, are kept. */
export type SentWords = Pick<MessageRow, 'asked' | 'mailed'>;

type Change = Partial<
  Pick<
    MessageRow,
    | 'message_id'
    | 'report_token'
    | 'raw'
    | 'asked'
    | 'mailed'
    | 'letter'
    | 'body_sha256'
    | 'reply'
    | 'accepted_at'
    | 'due_at'
    | 'lease_until'
  >
>;

/** Moves a claimed message on. `false` when the lease was lost or the step is not allowed; the caller must then leave it alone. */
async function step(db: Db, claim: Claim, to: MessageState, change: Change = {}): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('message')
    .set({ ...change, state: to })
    .where('id', '=', claim.id)
    .where('attempt', '=', claim.attempt)
    .where('worker', '=', claim.worker)
    .where('state', 'in', statesBefore(to))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/**
 * Written before the first byte leaves, with a lease of its own: however long the rest of the batch took, nobody else takes
 * the message for abandoned while it is under way. A worker whose lease has passed may not begin.
 */
export async function markSending(
  db: Db,
  claim: Claim,
  sent: { messageId: string; raw: Uint8Array; sha256: string; words: SentWords | null },
  now: Instant,
): Promise<boolean> {
  const held = await db.selectFrom('message').select('lease_until').where('id', '=', claim.id).executeTakeFirst();
  if (!held?.lease_until || now >= held.lease_until) return false;
  return step(db, claim, 'sending', {
    message_id: sent.messageId,
    report_token: tokenOf(sent.messageId),
    raw: sent.raw,
    body_sha256: sent.sha256,
    ...sent.words,
    lease_until: now + leaseMs,
  });
}

export function markAccepted(db: Db, claim: Claim, reply: string, now: Instant): Promise<boolean> {
  return step(db, claim, 'accepted', { reply, accepted_at: now, ...forgotten });
}

/** Tried again after its own rising wait, or at `dueAt` where that is known. */
export function markDeferred(db: Db, claim: Claim, reply: string, now: Instant, dueAt?: Instant): Promise<boolean> {
  return step(db, claim, 'deferred', { reply, due_at: dueAt ?? now + retryDelayMs(claim.attempt, claim.id) });
}

export function markFailed(db: Db, claim: Claim, reply: string): Promise<boolean> {
  return step(db, claim, 'failed', { reply, ...forgotten });
}

/** Back to waiting, for its reader's next morning: no server has refused it. What may not have arrived before goes again as the same bytes; any other is written anew, with that day's date. */
export function markWaiting(db: Db, claim: Claim, { unknowns }: MessageRow, until: Instant): Promise<boolean> {
  return step(db, claim, 'planned', { due_at: until, lease_until: null, ...(unknowns === 0 ? { raw: null } : {}) });
}

export function markExpired(db: Db, claim: Claim): Promise<boolean> {
  return step(db, claim, 'expired', forgotten);
}

export function markCancelled(db: Db, claim: Claim, why: string): Promise<boolean> {
  return step(db, claim, 'cancelled', { reply: why, ...forgotten });
}

/** The attempt ended without an answer: `unknown`, and counted with it or not at all, or it might be sent more than once more. */
export function markUnknown(db: Db, claim: Claim, reply: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const moved = await step(trx, claim, 'unknown', { reply });
    if (moved)
      await trx
        .updateTable('message')
        .set((eb) => ({ unknowns: eb('unknowns', '+', 1) }))
        .where('id', '=', claim.id)
        .execute();
    return moved;
  });
}
