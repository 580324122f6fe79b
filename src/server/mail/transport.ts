import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { causesOf, messageOf } from '#core/errors/causes.ts';

/** What became of one attempt. `deferred` may be tried again safely; `unknown` means the body had begun and no answer came. */
export type DeliveryOutcome =
  | { kind: 'accepted'; reply: string }
  | { kind: 'deferred'; reply: string }
  | { kind: 'failed'; reply: string; refused: 'address' | 'sender' | 'mail' }
  | { kind: 'unknown'; reply: string };

export type Envelope = { from: string; to: string };

export type Transport = {
  deliver: (envelope: Envelope, raw: Uint8Array) => Promise<DeliveryOutcome>;
  close: () => void;
};

/** Reply codes that say the address itself is wrong (RFC 3463 class 5.1.x), so that it is not tried again. */
const badAddressPattern = /\b5\.1\.(1|2|3|6|10)\b/;

/** Where no server is set, mail waits and says so. */
export const noTransport: Transport = {
  deliver: async () => ({ kind: 'deferred', reply: 'No mail server is set: start Nodomoto, or set SMTP_URL.' }),
  close: () => undefined,
};

/**
 * A transport to an SMTP server (`smtp://user:pass@host:port`, `smtps://`). It uses nodemailer's connection directly and feeds it its own
 * stream: a stream that was never read proves that the body had not begun, which nodemailer's own error cannot tell.
 */
export function openSmtpTransport(smtpUrl: string): Transport {
  let live: Promise<SMTPConnection> | null = null;
  const connection = () => {
    if (live) return live;
    const fresh = connect(smtpUrl, () => {
      if (live === fresh) live = null;
    });
    live = fresh;
    return fresh;
  };
  // A connection that could not be opened has told its delivery so, and one that is closed has nothing left to tell.
  const drop = () => {
    void live?.then((open) => open.close()).catch(() => undefined);
    live = null;
  };
  const deliverNow = async (envelope: Envelope, raw: Uint8Array): Promise<DeliveryOutcome> => {
    let open: SMTPConnection;
    try {
      open = await connection();
    } catch (error) {
      drop();
      return { kind: 'deferred', reply: replyOf(error) };
    }
    const outcome = await send(open, envelope, raw);
    if (outcome.kind !== 'accepted') drop();
    return outcome;
  };
  // One connection carries one mail at a time: a second MAIL FROM would land in the first one's body.
  let last: Promise<unknown> = Promise.resolve();
  return {
    deliver: (envelope, raw) => {
      const mine = last.then(() => deliverNow(envelope, raw));
      // Whoever waits for `mine` hears of its failure; the next mail waits only for its end.
      last = mine.catch(() => undefined);
      return mine;
    },
    close: () => {
      // Nothing is under way any more, so a server that does not take its leave is no fault.
      void live?.then((open) => open.quit()).catch(() => undefined);
      live = null;
    },
  };
}

/** `onEnd` is called when the connection closes, for whatever reason: servers hang up on a line that is idle. */
function connect(smtpUrl: string, onEnd: () => void): Promise<SMTPConnection> {
  const url = new URL(smtpUrl);
  const secure = url.protocol === 'smtps:';
  const connection = new SMTPConnection({ host: url.hostname, port: Number(url.port) || (secure ? 465 : 587), secure });
  return new Promise((resolve, reject) => {
    connection.on('error', reject);
    connection.on('end', onEnd);
    connection.connect((problem) => {
      if (problem) return reject(problem);
      if (!url.username) return resolve(connection);
      const credentials = { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
      connection.login({ credentials }, (refusal) => (refusal ? reject(refusal) : resolve(connection)));
    });
  });
}

function send(connection: SMTPConnection, envelope: Envelope, raw: Uint8Array): Promise<DeliveryOutcome> {
  let bodyBegun = false;
  const body = new Readable({
    read() {
      bodyBegun = true;
      this.push(raw);
      this.push(null);
    },
  });
  return new Promise((resolve) => {
    const settle = (outcome: DeliveryOutcome) => {
      connection.removeListener('error', fail);
      connection.removeListener('end', hungUp);
      resolve(outcome);
    };
    const fail = (error: unknown) => settle(judge(error, bodyBegun));
    const hungUp = () => fail(new Error('The server closed the connection.'));
    connection.once('error', fail);
    connection.once('end', hungUp);
    connection.send({ from: envelope.from, to: [envelope.to] }, body, (error, info) => {
      if (error) return fail(error);
      settle({ kind: 'accepted', reply: String(info?.response ?? '250') });
    });
  });
}

function judge(error: unknown, bodyBegun: boolean): DeliveryOutcome {
  const reply = replyOf(error);
  const code = responseCode(error);
  if (code !== null && code >= 500) return { kind: 'failed', reply, refused: whatIsRefused(error, reply) };
  if (code !== null) return { kind: 'deferred', reply };
  return bodyBegun ? { kind: 'unknown', reply } : { kind: 'deferred', reply };
}

function whatIsRefused(error: unknown, reply: string): 'address' | 'sender' | 'mail' {
  if (error instanceof Error && 'command' in error && error.command === 'MAIL FROM') return 'sender';
  return badAddressPattern.test(reply) ? 'address' : 'mail';
}

function responseCode(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('responseCode' in error)) return null;
  return typeof error.responseCode === 'number' ? error.responseCode : null;
}

/** Kept in the store, so no longer than anybody reads. */
function replyOf(error: unknown): string {
  return [messageOf(error), ...causesOf(error)].join(' ').slice(0, 500);
}
