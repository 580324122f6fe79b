import { createHash, createHmac } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { KeyedRow } from '#server/database/row-key.ts';
import { displayName } from './one-line.ts';

/** What a mail says: the same in both parts. */
export type LetterWords = { subject: string; text: string; html: string };

export type Letter = LetterWords & {
  from: string;
  to: { name: string; address: string };
  /** Who reads what is answered to it, if not its sender. */
  replyTo?: string;
  messageId: string;
  /** Epoch milliseconds, from the plan and not the clock, so that a resend says the same. */
  date: number;
  /** Present on nudges: RFC 8058 one-click address and the list they belong to. */
  list?: { unsubscribeUrl: string; id: string };
};

/**
 * The very bytes that go over the wire. Auto-Submitted (RFC 3834), Exchange's own header and Precedence, which alone every program obeys, keep
 * out-of-office replies away.
 */
export async function composeMessage(letter: Letter): Promise<Buffer> {
  const composer = new MailComposer({
    from: letter.from,
    to: { name: displayName(letter.to.name), address: letter.to.address },
    ...(letter.replyTo && { replyTo: letter.replyTo }),
    subject: letter.subject,
    text: encoded(letter.text),
    html: encoded(letter.html),
    messageId: letter.messageId,
    date: new Date(letter.date),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      Precedence: 'bulk',
      ...listHeaders(letter.list),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return quotingFrom(await composer.compile().build());
}

/** From this share of letters that are not ASCII on, base64 (4 octets for 3) is shorter than quoted-printable (9 octets a Japanese letter). */
const foreignShare = 0.07;

/**
 * Both parts go encoded, whatever they hold, so that no line is longer than 76 octets and no blank at its end is lost. nodemailer keeps line ends
 * as it finds them and sends them as CRLF: unless they are so from the start, the bytes that left are not the ones that are kept.
 */
function encoded(text: string): { content: string; contentTransferEncoding: 'quoted-printable' | 'base64' } {
  const foreign = text.match(/[^\0-\x7f]/g)?.length ?? 0;
  return {
    content: text.replace(/\r\n?|\n/g, '\r\n'),
    contentTransferEncoding: foreign > text.length * foreignShare ? 'base64' : 'quoted-printable',
  };
}

/** A line that begins with "From " gets a ">" where mail lies in mbox files, so it is broken behind its first letter, which a reader never sees. */
function quotingFrom(raw: Buffer): Buffer {
  if (!raw.includes('\nFrom ')) return raw;
  return Buffer.from(raw.toString('latin1').replaceAll('\r\nFrom ', '\r\n=46=\r\nrom '), 'latin1');
}

function listHeaders(list: Letter['list']): Record<string, string> {
  if (!list) return {};
  return {
    'List-Unsubscribe': `<${list.unsubscribeUrl}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'List-Id': `Nodomoto nudges <${list.id}>`,
  };
}

/** The same id for every attempt at one message, so that mailboxes and bounces can be matched, and for no other message; nobody can guess it. */
export function messageIdFor(secret: string, { id, key }: KeyedRow, domain: string): string {
  const mac = createHmac('sha256', secret)
    .update(`message-id:${key ?? id}`)
    .digest('hex')
    .slice(0, 32);
  return `<${mac}.g1@${domain}>`;
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The domain of `Nodomoto <nudge@example.org>`. */
export function mailDomain(from: string): string {
  return /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost';
}
