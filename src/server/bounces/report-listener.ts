import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { AppError } from '#core/errors/app-error.ts';
import { tokenIn } from '#server/mail/return-path.ts';
import { messageOf } from './find-message.ts';
import { receiveReport } from './receive-report.ts';
import type { ReportContext } from './report-context.ts';

/** The reports come with the mails they return, which are small; some return the whole. */
const largestReport = 2 * 1024 * 1024;

const mostClients = 20;

export type ReportListener = { port: number; close: () => Promise<void> };

type Listening = ReportContext & {
  bounceAddress: string;
  /** Keeps a report that nobody could read; `false` when too many wait. */
  keep: (raw: Uint8Array) => boolean;
};

/**
 * Takes reports from a mail server by LMTP or SMTP (`lmtp://127.0.0.1:2424`), for mails that we sent and nobody else. What was answered with 250 has
 * been acted on or kept. @throws AppError when it cannot listen there.
 */
export async function listenForReports(context: Listening, listenUrl: string): Promise<ReportListener> {
  const url = new URL(listenUrl);
  const server = new SMTPServer({
    lmtp: url.protocol === 'lmtp:',
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    size: largestReport,
    rejectOversized: true,
    maxClients: mostClients,
    onRcptTo: ({ address }, session, done) => {
      refusalOf(context, address, session).then(done, (err: unknown) => {
        context.log.tell('report-not-taken', { err });
        done(reply(451, '4.3.0 Try again later'));
      });
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        if (!stream.sizeExceeded) chunks.push(chunk);
      });
      stream.on('end', () => {
        // Told by smtp-server itself; half a report is not read.
        if (stream.sizeExceeded) return done();
        take(context, Buffer.concat(chunks), session).then(done, (err: unknown) => {
          context.log.tell('report-not-taken', { err });
          done(reply(451, '4.3.0 Try again later'));
        });
      });
    },
  });
  const port = await listen(server, url);
  server.on('error', (err) => context.log.tell('report-not-taken', { err }));
  return { port, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

async function refusalOf(
  { db, bounceAddress }: Listening,
  address: string,
  { envelope }: SMTPServerSession,
): Promise<Error | null> {
  // One report is about one mail; what is refused with 452 comes again by itself.
  if (envelope.rcptTo.length > 0) return reply(452, '4.5.3 One recipient at a time');
  const token = tokenIn(bounceAddress, address);
  const message = token === null ? null : await messageOf(db, token);
  return message ? null : reply(550, '5.1.1 No mail was sent from this address');
}

async function take(context: Listening, raw: Buffer, { envelope }: SMTPServerSession): Promise<Error | null> {
  const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
  const outcome = await receiveReport(context, raw, { from, to: envelope.rcptTo[0]?.address ?? null });
  if (outcome.kind === 'under-way') return reply(451, '4.3.0 The mail it is about is just being sent');
  if (outcome.kind === 'unreadable' && !context.keep(raw)) return reply(452, '4.3.1 Too many wait to be read');
  return null;
}

function reply(code: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode: code });
}

function listen(server: SMTPServer, url: URL): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const reason = cause.code ?? cause.message;
      reject(new AppError('REPORTS_CANNOT_LISTEN', { where: url.host, reason }, { cause }));
    });
    const net = server.listen(Number(url.port), url.hostname.replace(/^\[|\]$/g, ''), () => {
      const address = net.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}
