import { type Fault, isHesitant, isOutage, type Judged, type OpenBreaker, openAgain } from '#core/delivery/breaker.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant, MessageRow } from '#server/database/schema.ts';
import type { Log } from '#server/log/log.ts';
import { redact } from '#server/log/redact.ts';
import { forgetBreaker, keepBreaker } from './breaker-store.ts';
import type { Claim } from './claims.ts';
import { type Commit, groupCommit } from './group-commit.ts';
import { markFailed } from './message-steps.ts';
import { suppress } from './suppression.ts';

/** A refusal for good of one address. It is believed when the run is over: until then it may be one of too many. */
export type RefusedRecipient = { claim: Claim; message: MessageRow; reply: string };

/** One run of sending: whether it goes on, and what is to be believed of the refusals it met. */
export type MailRun = {
  commit: Commit;
  /** Whether no further mail may be begun. */
  isStopped: () => boolean;
  /** How many mails were handed to the server, whatever came of them. */
  handed: () => number;
  /**
   * Opens the breaker. The first fault of a run counts; mails that were under way beside it meet the same one. `null` while the server only
   * hesitates, and the mail waits on its own.
   */
  stop: (fault: Fault) => Promise<OpenBreaker | null>;
  /** The server took or judged a mail as servers do, so a breaker that was open closes. */
  served: () => Promise<void>;
  /** A mail without an answer. One may be its own fault, several in a row are the server's. */
  unanswered: (reply: string) => Promise<void>;
  refused: (refusal: RefusedRecipient) => Promise<void>;
  /** The refusals, and whether they are believed: in an outage of the directory none is, and its mails stay deferred. */
  refusals: () => { believed: boolean; all: readonly RefusedRecipient[] };
};

type RunParts = { db: Db; log: Log; clock: () => Instant };

const mostUnansweredInARow = 3;
const mostHesitationsInARow = 3;

/** `before` is the breaker as the run found it, `lately` what was judged in the day before: the mails of one run may be too few to tell an outage. */
export function beginRun(parts: RunParts, before: OpenBreaker | null, lately: Judged): MailRun {
  const breaker = breakerOfRun(parts, before);
  const refusals: RefusedRecipient[] = [];
  let judged = 0;
  let unanswered = 0;
  let inARow = 0;
  let hesitations = 0;
  const judge = async (): Promise<void> => {
    judged += 1;
    inARow = 0;
    hesitations = 0;
    const last = refusals.at(-1);
    const all = { tried: lately.tried + judged, refused: lately.refused + refusals.length };
    if (last && isOutage(all)) await breaker.open({ trouble: 'directory', reply: last.reply });
    else await breaker.close();
  };
  return {
    commit: groupCommit(parts.db),
    isStopped: () => breaker.opened() !== null,
    handed: () => judged + unanswered,
    stop: async (fault) => {
      if (!isHesitant(fault) || breaker.wasOpen()) return breaker.open(fault);
      hesitations += 1;
      return hesitations < mostHesitationsInARow ? null : breaker.open(fault);
    },
    served: judge,
    unanswered: async (reply) => {
      unanswered += 1;
      inARow += 1;
      if (breaker.wasOpen() || inARow >= mostUnansweredInARow) await breaker.open({ trouble: 'connection', reply });
    },
    refused: async (refusal) => {
      refusals.push(refusal);
      const stillOut = breaker.wasOpen() && before?.trouble === 'directory';
      if (stillOut) await breaker.open({ trouble: 'directory', reply: refusal.reply });
      else await judge();
    },
    refusals: () => ({ believed: breaker.opened()?.trouble !== 'directory', all: refusals }),
  };
}

/** The breaker in the store, as one run opens and closes it. */
function breakerOfRun({ db, log, clock }: RunParts, before: OpenBreaker | null) {
  let standing = before;
  let opened: OpenBreaker | null = null;
  return {
    opened: () => opened,
    /** Whether what the run found is still open. */
    wasOpen: () => standing !== null,
    open: async ({ trouble, reply }: Fault): Promise<OpenBreaker> => {
      if (opened) return opened;
      const fresh = openAgain(standing, { trouble, reply: redact(reply) }, clock());
      opened = fresh;
      try {
        await keepBreaker(db, fresh);
      } catch (error) {
        // Whoever tries again must keep it, and not find it open here only.
        opened = null;
        throw error;
      }
      const { faults, nextTryAt } = fresh;
      log.tell('breaker-opened', { trouble, reply, faults, nextTry: new Date(nextTryAt).toISOString() });
      return fresh;
    },
    close: async (): Promise<void> => {
      if (standing === null || opened) return;
      const { trouble, since } = standing;
      standing = null;
      await forgetBreaker(db);
      log.tell('breaker-closed', { trouble, minutes: Math.round((clock() - since) / 60_000) });
    },
  };
}

/** The mail failed, and its address gets no other. */
export async function failAndSuppress(
  db: Db,
  { claim, message, reply }: RefusedRecipient,
  now: Instant,
): Promise<void> {
  await suppress(db, { address: message.address, kind: 'hard', reason: reply, since: now, until: null });
  await markFailed(db, claim, reply);
}
