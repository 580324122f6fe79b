import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { Log } from '#server/log/log.ts';

/** One mail as the page /inbox shows it. */
export type CaughtMail = {
  id: string;
  to: string;
  toName: string;
  subject: string;
  date: number;
  html: string;
  text: string;
  headers: [string, string][];
  bytes: number;
};

export type MailCatcher = {
  /** `smtp://127.0.0.1:port` of the catcher. */
  smtpUrl: string;
  /** Newest first. */
  list: () => Promise<CaughtMail[]>;
  find: (id: string) => Promise<CaughtMail | null>;
  close: () => Promise<void>;
};

/** Old mails fall off, so that a demo left running does not fill the disk. */
const mostKept = 200;

/** As a mail server says it whose disk is full. */
const notKept = Object.assign(new Error('4.3.1 The mail could not be kept.'), { responseCode: 452 });

/**
 * A mail server on the loopback address that keeps what it is sent, as .eml files in `folder`, and delivers nothing.
 * It is a real SMTP server: what works with it works with a mail system.
 */
export async function openMailCatcher(folder: string, log: Log): Promise<MailCatcher> {
  mkdirSync(folder, { recursive: true });
  const mails = new MailFolder(folder);
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        try {
          mails.keep(Buffer.concat(chunks));
          done();
        } catch (err) {
          log.tell('inbox-failed', { err });
          done(notKept);
        }
      });
    },
  });
  const port = await listen(server);
  server.on('error', (err) => log.tell('inbox-failed', { err }));
  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    list: () => mails.list(),
    find: (id) => mails.find(id),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The folder of caught mails. It is read anew each time, because a command may have sent mail beside the server. */
class MailFolder {
  private readonly folder: string;
  private readonly parsed = new Map<string, CaughtMail>();
  private kept = 0;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** File names begin with the time, so that their order is the order of arrival. */
  keep(raw: Buffer): void {
    this.kept += 1;
    writeFileSync(join(this.folder, `${Date.now()}-${String(this.kept).padStart(5, '0')}-${process.pid}.eml`), raw);
  }

  async list(): Promise<CaughtMail[]> {
    const ids = this.ids().reverse();
    for (const old of ids.splice(mostKept)) rmSync(join(this.folder, `${old}.eml`), { force: true });
    const mails = await Promise.all(ids.map((id) => this.find(id)));
    return mails.filter((mail) => mail !== null);
  }

  async find(id: string): Promise<CaughtMail | null> {
    // One that was deleted meanwhile, because its reader was erased, is not shown from memory.
    if (!this.ids().includes(id)) {
      this.parsed.delete(id);
      return null;
    }
    const known = this.parsed.get(id);
    if (known) return known;
    const mail = await parseMail(id, readFileSync(join(this.folder, `${id}.eml`)));
    this.parsed.set(id, mail);
    return mail;
  }

  private ids(): string[] {
    const names = readdirSync(this.folder).filter((name) => name.endsWith('.eml'));
    return names.map((name) => name.replace(/\.eml$/, '')).sort();
  }
}

function listen(server: SMTPServer): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    const net = server.listen(0, '127.0.0.1', () => {
      const address = net.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}

async function parseMail(id: string, raw: Buffer): Promise<CaughtMail> {
  const mail = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true });
  const to = Array.isArray(mail.to) ? mail.to[0] : mail.to;
  const first = to?.value[0];
  return {
    id,
    to: first?.address ?? '',
    toName: first?.name ?? '',
    subject: mail.subject ?? '',
    date: mail.date?.getTime() ?? 0,
    html: mail.html || '',
    text: mail.text ?? '',
    headers: mail.headerLines.map((header) => [header.key, header.line.slice(header.line.indexOf(':') + 1).trim()]),
    bytes: raw.length,
  };
}
