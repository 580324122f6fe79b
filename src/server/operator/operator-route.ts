import type { Fault } from '#core/delivery/breaker.ts';
import { composeMessage, mailDomain } from '#server/mail/compose-message.ts';
import { escapeHtml } from '#server/mail/fill-template.ts';
import { type DeliveryOutcome, openSmtpTransport } from '#server/mail/transport.ts';
import { tryServer } from '#server/mail/try-server.ts';
import { wrap } from '#server/mail/wrap.ts';
import type { Settings } from '#server/settings.ts';

/** Whom to write to, and the relay that takes it there when the other one does not. */
export type Operator = NonNullable<Settings['operator']>;

/** A short letter in plain words, by its paragraphs. */
export type PlainLetter = { subject: string; paragraphs: readonly string[] };

/** Relays let a login send as itself: the sender is the name of the login where it is an address, and else the operator. */
export function operatorSender({ email, smtpUrl }: Operator): string {
  const login = decodeURIComponent(new URL(smtpUrl).username);
  return login.includes('@') ? login : email;
}

/** Sends one letter over the operator's own relay. It is no message of the outbox, which may be what is broken. */
export async function sendToOperator(
  operator: Operator,
  { subject, paragraphs }: PlainLetter,
  id: string,
  date: number,
): Promise<DeliveryOutcome> {
  const from = operatorSender(operator);
  const raw = await composeMessage({
    from: `Nodomoto <${from}>`,
    to: { name: '', address: operator.email },
    subject,
    text: paragraphs.map(wrap).join('\n\n'),
    html: `<!doctype html><html lang="en"><body>${paragraphs.map((words) => `<p>${escapeHtml(words)}</p>`).join('')}</body></html>`,
    messageId: `<${id}@${mailDomain(from)}>`,
    date,
  });
  const transport = openSmtpTransport(operator.smtpUrl);
  try {
    return await transport.deliver({ from, to: operator.email }, raw);
  } finally {
    transport.close();
  }
}

/** Goes all the way to a letter without sending one; `null` is good. */
export function tryOperatorRoute(operator: Operator): Promise<Fault | null> {
  return tryServer(operator.smtpUrl, operatorSender(operator));
}
