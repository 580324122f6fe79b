import { messagePurposes } from '#core/delivery/message-purpose.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant, MessageRow } from '#server/database/schema.ts';
import type { Log } from '#server/log/log.ts';
import { sha256 } from '#server/mail/compose-message.ts';
import type { DeliveryOutcome, Transport } from '#server/mail/transport.ts';
import { readBreaker } from './breaker-store.ts';
import { claimBeside } from './claim-beside.ts';
import { type Claim, claimOne, claimQueued, releaseClaims } from './claims.ts';
import { type Destinations, domainOf } from './destinations.ts';
import { inLanes } from './in-lanes.ts';
import { judgedLately } from './judged-lately.ts';
import { type Every, keepingLeases } from './kept-lease.ts';
import { readPause } from './mail-pause.ts';
import { beginRun, failAndSuppress, type MailRun } from './mail-run.ts';
import {
  markAccepted,
  markCancelled,
  markDeferred,
  markExpired,
  markFailed,
  markSending,
  markUnknown,
  markWaiting,
  type SentWords,
} from './message-steps.ts';
import { isAnyQueued, type Purposes, queuedLetters, queueLetters, releaseDue } from './outbox.ts';
import type { Turns } from './paced-turns.ts';
import { holdUnknown, recoverAbandoned } from './recover.ts';
import { type Supply, supply } from './supply.ts';
import { attemptAt, tellExpired, tellOutcome, tellRecovered, tellWaitingLetters } from './tell-mail.ts';
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
  /** Where servers report what became of a mail, by its Message-ID. */
  returnPath: (messageId: string) => string;
  unknownPolicy: 'resend' | 'hold';
  /** How many mails may be under way at once. */
  connections: number;
  turns: Turns;
  destinations: Destinations;
  clock: () => Instant;
  /** How far the clock of the store is ahead of one that shows `now`, in milliseconds. */
  storeClockAhead: (now: Instant) => Promise<number>;
  wait: (ms: number) => Promise<void>;
  /** Once aborted, no further mail is begun. */
  stopping: AbortSignal;
  every: Every;
  /** A short wait, before looking again for mail while another is held up. */
  rest: () => Promise<void>;
  /** Why a message must not go after all (unsubscribed, paused, suppressed), or `null`. */
  sendBlocker: (message: MessageRow) => Promise<string | null>;
  turn: (message: MessageRow) => Promise<Turn>;
  compose: (message: MessageRow) => Promise<Composed>;
  /** Told of each message that is begun, once the store knows it. */
  noteSending: (message: Pick<MessageRow, 'id' | 'attempt'>) => void;
};

/** A mail as it goes. `words` names what it asks and how it says it, where it was composed now and is a nudge. */
export type Composed = { messageId: string; raw: Uint8Array; words: SentWords | null };

/** What a run has still to send: letters by their ids, mails that are claimed already, and what may be queued besides. */
type Waiting = { letters: number[]; claimed: Supply<MessageRow>; purposes: Purposes };

export type SendCounts = Record<DeliveryOutcome['kind'] | 'cancelled', number>;

/**
 * Sends everything that is due, and says what became of it, unless the breaker is open: then nothing, or one mail that finds out
 * whether the rest may go. Safe to run beside another process on the same store.
 */
export async function sendDue(sender: Sender): Promise<SendCounts> {
  const counts: SendCounts = { accepted: 0, deferred: 0, failed: 0, unknown: 0, cancelled: 0 };
  const { db, log, worker, clock, stopping, unknownPolicy } = sender;
  const leaseClock = await leaseClockOf(sender);
  // A round that a fault of the store broke off may have left some; nothing else of this worker is under way.
  await releaseClaims(db, worker);
  const paused = (await readPause(db)) !== null;
  const purposes: Purposes = paused ? ['sign-in'] : messagePurposes;
  const takingOver = paused ? async () => undefined : () => takeOver(sender, leaseClock);
  await takingOver();
  tellExpired(log, await releaseDue(db, clock(), purposes));
  const breaker = await readBreaker(db);
  if (breaker && clock() < breaker.nextTryAt) {
    await tellWaitingLetters(db, log, breaker.trouble);
    return counts;
  }
  if (!(await isAnyQueued(db))) return counts;
  const run = { ...beginRun(sender, breaker, await judgedLately(db, clock())), leaseClock };
  const waiting: Waiting = { letters: await queuedLetters(db), claimed: supply(), purposes };
  const next = () => sender.turns.inTurn(() => sendNext(sender, run, counts, waiting));
  await keepingLeases(sender, leaseClock, takingOver, async () => {
    // One mail finds out whether the server works again; only then do the others follow.
    if (breaker) await inLanes(1, sender.rest, async () => (run.handed() > 0 ? 'stop' : next()));
    if (!breaker || run.handed() > 0) await inLanes(sender.connections, sender.rest, next);
  });
  await settleRefusals(sender, run, counts);
  await holdUnknown(db, clock(), unknownPolicy);
  if (stopping.aborted || run.isStopped()) await releaseClaims(db, worker);
  return counts;
}

/** Beyond this the clocks of two machines differ by more than a network's delay explains. */
const clockDifferenceMs = 5000;

/** Mail that nobody waits for: a domain that asks for rest gets none of it for a while. */
const unasked: Purposes = ['nudge', 'welcome', 'safeguard', 'code-reminder'];

/** The clock by which leases are given and end: the store's own, since machines that share it may show different times. */
async function leaseClockOf({ log, clock, storeClockAhead }: Sender): Promise<() => Instant> {
  const ahead = await storeClockAhead(clock());
  if (Math.abs(ahead) > clockDifferenceMs) log.tell('clock-differs', { seconds: Math.round(ahead / 1000) });
  return () => clock() + ahead;
}

/** Takes over what other workers held when they died. */
async function takeOver({ db, log, unknownPolicy }: Sender, leaseClock: () => Instant): Promise<void> {
  tellRecovered(log, await recoverAbandoned(db, leaseClock(), unknownPolicy));
}

/** A run of sending, and the clock of its leases. */
type Run = MailRun & { leaseClock: () => Instant };

/** Claims and sends the next mail, unless none is left or the run is stopped. */
async function sendNext(
  sender: Sender,
  run: Run,
  counts: SendCounts,
  waiting: Waiting,
): Promise<'worked' | 'nothing' | 'stop'> {
  if (run.isStopped() || sender.stopping.aborted) return 'stop';
  const message = await claimNext(sender, run, waiting);
  if (!message) return 'nothing';
  const outcome = await sendOne(sender, run, message);
  if (outcome) counts[outcome] += 1;
  return 'worked';
}

/** A letter if there is one, or else the mail that has waited longest, or one that has become due meanwhile. */
async function claimNext(sender: Sender, run: Run, waiting: Waiting): Promise<MessageRow | undefined> {
  const { letters, claimed, purposes } = waiting;
  const { db, log, worker, clock, connections, destinations } = sender;
  letters.push(...(await queueLetters(db, clock())));
  const letter = letters.shift();
  const asked = letter === undefined ? undefined : await claimOne(db, worker, run.leaseClock(), letter);
  if (asked) return asked;
  const holder = destinations.holder(clock());
  const next = async () => {
    // A few at once, so that the disk is not waited for again for each; no more than the lanes take up together.
    if (holder === null) return claimed.next(() => claimQueued(db, worker, run.leaseClock(), connections));
    const claimedBeside = claimed.take(({ address }) => domainOf(address) !== holder);
    return claimedBeside ?? claimBeside(db, worker, run.leaseClock(), holder);
  };
  const first = await next();
  if (first) return first;
  tellExpired(log, await releaseDue(db, clock(), purposes));
  return next();
}

async function settleRefusals({ db, log, clock, wait }: Sender, run: MailRun, counts: SendCounts): Promise<void> {
  const { believed, all } = run.refusals();
  for (const refusal of all) {
    const { message, reply } = refusal;
    const outcome: DeliveryOutcome = believed
      ? { kind: 'failed', reply, refused: 'recipient' }
      : { kind: 'deferred', reply, trouble: 'directory' };
    if (believed)
      await untilWritten(
        () => failAndSuppress(db, refusal, clock()),
        wait,
        (err) => log.tell('outcome-not-written', { ...attemptAt(message), outcome: outcome.kind, err }),
      );
    tellOutcome(log, message, outcome);
    counts[outcome.kind] += 1;
  }
}

async function sendOne(sender: Sender, run: Run, message: MessageRow): Promise<keyof SendCounts | null> {
  const { db, log, worker, clock } = sender;
  const claim: Claim = { id: message.id, attempt: message.attempt, worker };
  const why = await sender.sendBlocker(message);
  if (why) return setAside(sender, claim, message, { kind: 'never', why });
  const turn = await sender.turn(message);
  if (turn.kind !== 'go') return setAside(sender, claim, message, turn);
  const rest = sender.destinations.restOf(message.address, clock());
  if (rest && unasked.includes(message.purpose)) {
    await markDeferred(db, claim, rest.reply, clock(), rest.until);
    tellOutcome(log, message, { kind: 'deferred', reply: rest.reply, trouble: null });
    return 'deferred';
  }
  const composed = await bytesOf(sender, message).catch((error: unknown) =>
    error instanceof Error ? error : new Error(String(error), { cause: error }),
  );
  if (composed instanceof Error) {
    // One mail that cannot be written must not hold up the others.
    await markDeferred(db, claim, composed.message, clock());
    log.tell('message-not-written', { ...attemptAt(message), err: composed });
    return 'deferred';
  }
  const mine = await run.commit((trx) =>
    markSending(trx, claim, { ...composed, sha256: sha256(composed.raw) }, run.leaseClock()),
  );
  if (!mine) {
    log.tell('lease-lost', attemptAt(message));
    return null;
  }
  sender.noteSending(message);
  return deliver(sender, run, claim, message, composed);
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

/** Hands the bytes over, and writes down and tells what became of them; `null` while a refusal waits to be believed. */
async function deliver(
  sender: Sender,
  run: MailRun,
  claim: Claim,
  message: MessageRow,
  { messageId, raw }: { messageId: string; raw: Uint8Array },
): Promise<DeliveryOutcome['kind'] | null> {
  const { log, transport, returnPath, wait, clock } = sender;
  sender.turns.begin();
  const ended = sender.destinations.begin(message.address, clock());
  const outcome = await transport.deliver({ from: returnPath(messageId), to: message.address }, raw);
  const rests = ended(outcome, clock());
  const written = await untilWritten(
    () => writeDown(sender, run, claim, outcome),
    wait,
    (err) => log.tell('outcome-not-written', { ...attemptAt(message), outcome: outcome.kind, err }),
  );
  if (!written) log.tell('lease-lost', attemptAt(message));
  if (outcome.kind === 'failed' && outcome.refused === 'recipient') {
    await run.refused({ claim, message, reply: outcome.reply });
    return null;
  }
  tellOutcome(log, message, outcome);
  if (rests !== null && outcome.kind === 'deferred')
    log.tell('destination-rests', { until: new Date(rests).toISOString(), reply: outcome.reply });
  await countIn(run, outcome);
  return outcome.kind;
}

/** A message that may have been sent before goes out as the same bytes; any other is composed now. */
async function bytesOf(sender: Sender, message: MessageRow): Promise<Composed> {
  if (message.raw && message.message_id) return { messageId: message.message_id, raw: message.raw, words: null };
  return sender.compose(message);
}

/** `false` when the lease was lost meanwhile, and whoever has the message now writes down what becomes of it. */
async function writeDown(
  { db, clock }: Sender,
  run: MailRun,
  claim: Claim,
  outcome: DeliveryOutcome,
): Promise<boolean> {
  const { reply } = outcome;
  switch (outcome.kind) {
    case 'accepted':
      return run.commit((trx) => markAccepted(trx, claim, reply, clock()));
    case 'deferred': {
      // What hinders every mail is no mark against this one: it goes as soon as any does.
      const open = outcome.trouble && (await run.stop({ trouble: outcome.trouble, reply }));
      return markDeferred(db, claim, reply, clock(), open ? open.nextTryAt : undefined);
    }
    case 'failed':
      if (outcome.refused === 'recipient') return markDeferred(db, claim, reply, clock());
      return markFailed(db, claim, reply);
    case 'unknown':
      return markUnknown(db, claim, reply);
  }
}

async function countIn(run: MailRun, outcome: DeliveryOutcome): Promise<void> {
  if (outcome.kind === 'unknown') await run.unanswered(outcome.reply);
  else if (outcome.kind !== 'deferred' || !outcome.trouble) await run.served();
}
