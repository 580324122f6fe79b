import { sql } from 'kysely';
import { fateUnknown, type MessageState, statesBefore, takenBackFrom } from '#core/delivery/message-state.ts';
import { retryDelayMs } from '#core/delivery/retry-delay.ts';
import { latestPlausible } from '#core/planning/calendar/clock.ts';
import type { Db } from '#server/database/open-database.ts';
import { passingOverLocked } from '#server/database/passing-over-locked.ts';
import { newKey } from '#server/database/row-key.ts';
import type { Instant, MessageRow, NewMessage } from '#server/database/schema.ts';
import { tokenOf } from '#server/mail/return-path.ts';

/** A worker owns a message for this long after its last sign of life (kept-lease.ts): whatever it holds when it dies moves again within a minute. */
export const leaseMs = 40_000;

/** Only the worker that claimed a message in this attempt may move it: a worker that slept through its lease changes nothing. */
export type Claim = Pick<MessageRow, 'id' | 'attempt'> & { worker: string };

/** What a message carried is not kept once it can no longer be sent: a sign-in letter holds a link in clear. */
const forgotten = { raw: null, letter: null };

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

const inBrief = ['id', 'person_id', 'purpose', 'attempt'] as const;

/** What mail is for. While mail is paused only letters go: somebody asks for each, and waits. */
export const allPurposes = [
  'sign-in',
  'nudge',
  'welcome',
  'preview',
  'digest',
] as const satisfies readonly MessageRow['purpose'][];

export type Purposes = readonly MessageRow['purpose'][];
/** What dead workers left: certainly not sent, or nobody knows. */
export type Recovered = { unsent: MessageInBrief[]; unknown: MessageInBrief[] };

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

/**
 * Takes back what a dead worker left, or one whose clock was ahead, whose lease would never pass: `claimed` was certainly not sent and is queued again; `sending` may have been,
 * so it is `unknown`, and then resent once with the same bytes, or held for the operator. Returns both.
 */
export async function recoverAbandoned(db: Db, now: Instant, policy: 'resend' | 'hold'): Promise<Recovered> {
  const abandoned = (state: MessageState) =>
    db
      .updateTable('message')
      .where('state', '=', state)
      .where((eb) => eb.or([eb('lease_until', '<', now), eb('lease_until', '>', latestPlausible(now) + leaseMs)]));
  const unsent = await abandoned('claimed')
    .set({ state: 'queued', worker: null, lease_until: null })
    .returning(inBrief)
    .execute();
  const unknown = await abandoned('sending')
    .set((eb) => ({
      state: 'unknown',
      unknowns: eb('unknowns', '+', 1),
      worker: null,
      lease_until: null,
      reply: 'The sender stopped before the server’s answer was written down.',
    }))
    .returning(inBrief)
    .execute();
  if (policy === 'resend') await resendUnknown(db, now);
  await holdUnknown(db, now, policy);
  return { unsent, unknown };
}

/** Queues each `unknown` message once more. Its bytes and Message-ID stay, so a mailbox can tell it is the same. */
async function resendUnknown(db: Db, now: Instant): Promise<void> {
  await db
    .updateTable('message')
    .set({ state: 'queued' })
    .where('state', '=', 'unknown')
    .where('unknowns', '<=', 1)
    .where('expires_at', '>=', now)
    .execute();
}

/** Holds for the operator whatever is `unknown` and is not sent again by itself: by policy, the second time, or past its use. */
export async function holdUnknown(db: Db, now: Instant, policy: 'resend' | 'hold'): Promise<void> {
  const unknown = db.updateTable('message').set({ state: 'held' }).where('state', '=', 'unknown');
  const held =
    policy === 'hold' ? unknown : unknown.where((eb) => eb.or([eb('unknowns', '>', 1), eb('expires_at', '<', now)]));
  await held.execute();
}

/** Claims up to `most` queued messages for `worker`, oldest due first. One statement, so two workers never hold the same one. */
export async function claimQueued(db: Db, worker: string, now: Instant, most: number): Promise<MessageRow[]> {
  const claimed = await db
    // Materialized: PostgreSQL may otherwise look for the oldest anew for each row, and claim more than were asked for.
    .with(
      (cte) => cte('oldest').materialized(),
      (query) =>
        query
          .selectFrom('message')
          .select('id')
          .where('state', '=', 'queued')
          .orderBy('due_at')
          .orderBy('id')
          .limit(most)
          .$call(passingOverLocked(db)),
    )
    .updateTable('message')
    .set(claimedBy(worker, now))
    .where('id', 'in', (eb) => eb.selectFrom('oldest').select('oldest.id'))
    .where('state', '=', 'queued')
    .returningAll()
    .execute();
  return claimed.sort((a, b) => a.due_at - b.due_at || a.id - b.id);
}

/** Claims the message of that id, unless somebody else has it by now. */
export function claimOne(db: Db, worker: string, now: Instant, id: number): Promise<MessageRow | undefined> {
  return db
    .updateTable('message')
    .set(claimedBy(worker, now))
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .returningAll()
    .executeTakeFirst();
}

function claimedBy(worker: string, now: Instant) {
  return {
    state: 'claimed' as const,
    worker,
    attempt: sql<number>`attempt + 1`,
    lease_until: now + leaseMs,
  };
}

/** Says that a worker is alive and goes on with what it holds. */
export async function renewLeases(db: Db, worker: string, now: Instant): Promise<void> {
  await db
    .updateTable('message')
    .set({ lease_until: now + leaseMs })
    .where('state', 'in', ['claimed', 'sending'])
    .where('worker', '=', worker)
    .execute();
}

/** Gives back what a worker claimed and did not begin, when it stops: nobody need wait for its lease. */
export async function releaseClaims(db: Db, worker: string): Promise<void> {
  await db
    .updateTable('message')
    .set({ state: 'queued', worker: null, lease_until: null })
    .where('state', '=', 'claimed')
    .where('worker', '=', worker)
    .execute();
}

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
