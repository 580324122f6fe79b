import type { Db } from '#server/database/open-database.ts';
import type { Instant, MessageRow } from '#server/database/schema.ts';
import type { Log } from '#server/log/log.ts';
import { sha256 } from '#server/mail/compose-message.ts';
import type { DeliveryOutcome, Transport } from '#server/mail/transport.ts';
import {
  type Claim,
  claimQueued,
  markAccepted,
  markCancelled,
  markDeferred,
  markExpired,
  markFailed,
  markSending,
  markUnknown,
  markWaiting,
  recoverAbandoned,
  releaseClaims,
  releaseDue,
} from './outbox.ts';
import { attemptAt, tellExpired, tellOutcome } from './tell-mail.ts';
import { untilWritten } from './until-written.ts';

/** Whether a message may go at this hour: it goes, it waits until an instant, it will be past its use by then, or it is withdrawn. */
export type Turn =
  | { kind: 'go' }
  | { kind: 'wait'; until: Instant }
  | { kind: 'too-late' }
  | { kind: 'never'; why: string };

/** What the sender needs from the rest of the app; every part can be another one in a test. */
export type Sender = {
  db: Db;
  log: Log;
  transport: Transport;
  worker: string;
  from: string;
  unknownPolicy: 'resend' | 'hold';
  clock: () => Instant;
  wait: (ms: number) => Promise<void>;
  /** Once aborted, no further mail is begun. */
  stopping: AbortSignal;
  /** Why a message must not go after all (unsubscribed, paused, suppressed), or `null`. */
  sendBlocker: (message: MessageRow) => Promise<string | null>;
  turn: (message: MessageRow) => Promise<Turn>;
  compose: (message: MessageRow) => Promise<{ messageId: string; raw: Uint8Array }>;
};

export type SendCounts = Record<DeliveryOutcome['kind'] | 'cancelled', number>;

/** Few, so that a batch is soon done; whatever a slow server leaves beyond its lease is claimed again. */
const batchSize = 20;

/** Sends everything that is due, and says what became of it. Safe to run beside another process on the same store. */
export async function sendDue(sender: Sender): Promise<SendCounts> {
  const counts: SendCounts = { accepted: 0, deferred: 0, failed: 0, unknown: 0, cancelled: 0 };
  const { db, log, worker, clock, unknownPolicy, stopping } = sender;
  // A round that a fault of the store broke off may have left some; nothing else of this worker is under way.
  await releaseClaims(db, worker);
  const abandoned = await recoverAbandoned(db, clock(), unknownPolicy);
  for (const message of abandoned) log.tell('message-abandoned', attemptAt(message));
  tellExpired(log, await releaseDue(db, clock()));
  for (;;) {
    const batch = stopping.aborted ? [] : await claimQueued(db, worker, clock(), batchSize);
    for (const message of batch) {
      if (stopping.aborted) break;
      const outcome = await sendOne(sender, message);
      if (outcome) counts[outcome] += 1;
    }
    if (stopping.aborted) await releaseClaims(db, worker);
    if (stopping.aborted || batch.length < batchSize) return counts;
  }
}

async function sendOne(sender: Sender, message: MessageRow): Promise<keyof SendCounts | null> {
  const { db, log, worker, clock } = sender;
  const claim: Claim = { id: message.id, attempt: message.attempt, worker };
  const why = await sender.sendBlocker(message);
  if (why) return setAside(sender, claim, message, { kind: 'never', why });
  const turn = await sender.turn(message);
  if (turn.kind !== 'go') return setAside(sender, claim, message, turn);
  const composed = await bytesOf(sender, message).catch((error: unknown) =>
    error instanceof Error ? error : new Error(String(error), { cause: error }),
  );
  if (composed instanceof Error) {
    // One mail that cannot be written must not hold up the others.
    await markDeferred(db, claim, composed.message, clock());
    log.tell('message-not-written', { ...attemptAt(message), err: composed });
    return 'deferred';
  }
  const mine = await markSending(db, claim, { ...composed, sha256: sha256(composed.raw) }, clock());
  if (!mine) {
    log.tell('lease-lost', attemptAt(message));
    return null;
  }
  return deliver(sender, claim, message, composed.raw);
}

/** What does not go now, and why, as it is written down and told. */
async function setAside(
  { db, log }: Sender,
  claim: Claim,
  message: MessageRow,
  turn: Exclude<Turn, { kind: 'go' }>,
): Promise<'cancelled' | null> {
  switch (turn.kind) {
    case 'wait':
      await markWaiting(db, claim, message, turn.until);
      log.tell('message-waits', { ...attemptAt(message), until: turn.until });
      return null;
    case 'too-late':
      await markExpired(db, claim);
      tellExpired(log, [message]);
      return null;
    case 'never':
      await markCancelled(db, claim, turn.why);
      log.tell('message-cancelled', { ...attemptAt(message), why: turn.why });
      return 'cancelled';
  }
}

/** Hands the bytes over, and writes down and tells what became of them. */
async function deliver(
  { db, log, transport, from, clock, wait }: Sender,
  claim: Claim,
  message: MessageRow,
  raw: Uint8Array,
): Promise<DeliveryOutcome['kind']> {
  const outcome = await transport.deliver({ from: envelopeAddress(from), to: message.address }, raw);
  const written = await untilWritten(
    () => writeDown(db, claim, outcome, message, clock()),
    wait,
    (err) => log.tell('outcome-not-written', { ...attemptAt(message), outcome: outcome.kind, err }),
  );
  if (!written) log.tell('lease-lost', attemptAt(message));
  tellOutcome(log, message, outcome);
  return outcome.kind;
}

/** A message that may have been sent before goes out as the same bytes; any other is composed now. */
async function bytesOf(sender: Sender, message: MessageRow): Promise<{ messageId: string; raw: Uint8Array }> {
  if (message.raw && message.message_id) return { messageId: message.message_id, raw: message.raw };
  return sender.compose(message);
}

/** `false` when the lease was lost meanwhile, and whoever has the message now writes down what becomes of it. */
async function writeDown(
  db: Db,
  claim: Claim,
  outcome: DeliveryOutcome,
  message: MessageRow,
  now: Instant,
): Promise<boolean> {
  switch (outcome.kind) {
    case 'accepted':
      return markAccepted(db, claim, outcome.reply, now);
    case 'deferred':
      return markDeferred(db, claim, outcome.reply, now);
    case 'failed':
      if (outcome.refused === 'address') await suppress(db, message.address, outcome.reply, now);
      return markFailed(db, claim, outcome.reply);
    case 'unknown':
      return markUnknown(db, claim, outcome.reply);
  }
}

async function suppress(db: Db, address: string, reason: string, now: Instant): Promise<void> {
  await db
    .insertInto('suppression')
    .values({ address, reason, since: now })
    .onConflict((conflict) => conflict.column('address').doNothing())
    .execute();
}

/** The bare address of `Nodomoto <nudge@example.org>`. */
function envelopeAddress(from: string): string {
  return /<([^>]+)>/.exec(from)?.[1] ?? from;
}
