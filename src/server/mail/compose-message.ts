import { createHash, createHmac } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';

export type Letter = {
  from: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  messageId: string;
  /** Epoch milliseconds, from the plan and not the clock, so that a resend says the same. */
  date: number;
  /** Present on nudges: RFC 8058 one-click address and the list they belong to. */
  list?: { unsubscribeUrl: string; id: string };
};

/** The bytes to send. Auto-Submitted (RFC 3834), Exchange's own header and Precedence, which alone every program obeys, keep out-of-office replies away. */
export async function composeMessage(letter: Letter): Promise<Buffer> {
  const composer = new MailComposer({
    from: letter.from,
    to: letter.to,
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
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
  return composer.compile().build();
}

function listHeaders(list: Letter['list']): Record<string, string> {
  if (!list) return {};
  return {
    'List-Unsubscribe': `<${list.unsubscribeUrl}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'List-Id': `Nodomoto nudges <${list.id}>`,
  };
}

/** The same id for every attempt at one message, so that mailboxes and bounces can be matched; nobody can guess it. */
export function messageIdFor(secret: string, messageRow: number, domain: string): string {
  const mac = createHmac('sha256', secret).update(`message-id:${messageRow}`).digest('hex').slice(0, 32);
  return `<${mac}.g1@${domain}>`;
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The domain of `Nodomoto <nudge@example.org>`. */
export function mailDomain(from: string): string {
  return /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost';
}
