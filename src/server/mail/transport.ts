import { Readable } from 'node:stream';
import { isTrouble, type Trouble } from '#core/delivery/judge-reply.ts';
import { linePool } from './line-pool.ts';
import {
  isLost,
  type LineManner,
  openLine,
  partOf,
  type SmtpLine,
  usualPatienceMs,
  verdictOf,
  wordsOf,
} from './smtp-line.ts';

/**
 * What became of one attempt. `deferred` may be tried again safely, and with a `trouble` no other mail would fare better;
 * `unknown` means the body had begun and no answer came.
 */
export type DeliveryOutcome =
  | { kind: 'accepted'; reply: string }
  | { kind: 'deferred'; reply: string; trouble: Trouble | null }
  | { kind: 'failed'; reply: string; refused: 'recipient' | 'message' }
  | { kind: 'unknown'; reply: string };

export type Envelope = { from: string; to: string };

export type Transport = {
  deliver: (envelope: Envelope, raw: Uint8Array) => Promise<DeliveryOutcome>;
  close: () => void;
};

/** Where no server is set, mail waits and says so. */
export const noTransport: Transport = {
  deliver: async () => ({
    kind: 'deferred',
    reply: 'No mail server is set: start Nodomoto, or set SMTP_URL.',
    trouble: null,
  }),
  close: () => undefined,
};

export type SmtpManner = LineManner & { connections?: number };

/** With the body under way a server may check it for long (RFC 5321 4.5.3.2.6); leaving it earlier makes duplicates. */
const bodyPatienceMs = 600_000;

/**
 * A transport to an SMTP server (`smtp://user:pass@host:port`, `smtps://`). It uses nodemailer's connection directly and feeds it its own
 * stream: a stream that was never read proves that the body had not begun, which nodemailer's own error cannot tell.
 */
export function openSmtpTransport(smtpUrl: string, manner: SmtpManner = {}): Transport {
  const { connections = 1, patienceMs = usualPatienceMs } = manner;
  const pool = linePool(connections, () => openLine(smtpUrl, manner));
  const over = async (line: SmtpLine, envelope: Envelope, raw: Uint8Array): Promise<Attempt> => {
    const attempt = await send(line, envelope, raw, patienceMs);
    if (attempt.outcome.kind === 'accepted') pool.giveBack(line);
    else line.close();
    return attempt;
  };
  /** `null` when the mail has to wait for a line. */
  const deliverNow = async (envelope: Envelope, raw: Uint8Array): Promise<DeliveryOutcome | null> => {
    const taken = await pool.take();
    if (taken.kind === 'crowded') return null;
    if (taken.kind === 'fault') return { kind: 'deferred', ...taken.fault };
    const { outcome, wasHeard } = await over(taken.line, envelope, raw);
    if (wasHeard || !taken.isUsed) return outcome;
    // The server had tired of waiting, and of the other idle lines too.
    pool.emptyIdle('close');
    return deliverNow(envelope, raw);
  };
  return {
    deliver: async (envelope, raw) => {
      for (;;) {
        const outcome = await pool.inTurn(() => deliverNow(envelope, raw));
        if (outcome) return outcome;
      }
    },
    close: () => pool.emptyIdle('quit'),
  };
}

/** `wasHeard` is false when the line ended before the server answered anything. */
type Attempt = { outcome: DeliveryOutcome; wasHeard: boolean };

function send(line: SmtpLine, envelope: Envelope, raw: Uint8Array, patienceMs: number): Promise<Attempt> {
  let bodyBegun = false;
  const body = new Readable({
    read() {
      bodyBegun = true;
      wait(line, bodyPatienceMs);
      this.push(raw);
      this.push(null);
    },
  });
  wait(line, patienceMs);
  line.lastServerResponse = false;
  return new Promise((resolve) => {
    const settle = (outcome: DeliveryOutcome) => {
      line.removeListener('error', fail);
      line.removeListener('end', hungUp);
      const wasHeard = line.lastServerResponse !== false && !/^421/.test(line.lastServerResponse);
      resolve({ outcome, wasHeard: wasHeard || bodyBegun || outcome.kind === 'failed' });
    };
    const fail = (error: unknown) => settle(judge(error, bodyBegun, line.lastServerResponse !== false));
    // What a server says as it hangs up (421) is told in the same turn, after the end.
    const hungUp = () => setImmediate(() => fail(new Error('The server closed the connection.')));
    line.once('error', fail);
    line.once('end', hungUp);
    line.send({ from: envelope.from, to: [envelope.to] }, body, (error, info) => {
      if (error) return fail(error);
      settle({ kind: 'accepted', reply: String(info?.response ?? '250') });
    });
  });
}

function wait(line: SmtpLine, ms: number): void {
  if (line._socket) line._socket.setTimeout(ms);
}

function judge(error: unknown, bodyBegun: boolean, wasHeard: boolean): DeliveryOutcome {
  const reply = wordsOf(error);
  if (!isLost(error)) return refusal(error, reply);
  if (bodyBegun) return { kind: 'unknown', reply };
  // An envelope that nodemailer itself would not send: no other mail is the worse for it.
  if (partOf(error, 'code') === 'EENVELOPE') return { kind: 'failed', reply, refused: 'message' };
  return { kind: 'deferred', reply, trouble: wasHeard ? null : 'connection' };
}

function refusal(error: unknown, reply: string): DeliveryOutcome {
  const verdict = verdictOf(error);
  if (verdict === 'recipient' || verdict === 'message') return { kind: 'failed', reply, refused: verdict };
  return { kind: 'deferred', reply, trouble: isTrouble(verdict) ? verdict : null };
}
