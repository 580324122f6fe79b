import type { Fault } from '#core/delivery/breaker.ts';
import { firstLanguage } from '#i18n/languages.ts';
import { composeMessage, type LetterWords, mailDomain } from '#server/mail/compose-message.ts';
import { letterPage, letterParagraph } from '#server/mail/letter-page.ts';
import { usualPatienceMs } from '#server/mail/smtp-line.ts';
import { type DeliveryOutcome, openSmtpTransport, type SmtpManner } from '#server/mail/transport.ts';
import { tryServer } from '#server/mail/try-server.ts';
import { wrap } from '#server/mail/wrap.ts';
import type { Settings } from '#server/settings.ts';

/** Whom to write to, and the relay that takes it there when the other one does not. */
export type Operator = NonNullable<Settings['operator']>;

/** A short letter in plain words, by its paragraphs. */
export type PlainLetter = { subject: string; paragraphs: readonly string[] };

/** The operator's way is a plain one: what the firm's own relay asks for besides may be what is broken. */
const operatorManner: SmtpManner = {
  tls: null,
  connections: 1,
  patienceMs: usualPatienceMs,
  authorities: [],
  certificate: null,
  tokens: null,
};

/** The letter as it is composed. */
export function plainWords({ subject, paragraphs }: PlainLetter): LetterWords {
  return {
    subject,
    text: paragraphs.map(wrap).join('\n\n'),
    html: letterPage(
      subject,
      paragraphs.map((words) => letterParagraph('ink', words, firstLanguage)),
      firstLanguage,
    ),
  };
}

/** Relays let a login send as itself: the sender is the name of the login where it is an address, and else the operator. */
export function operatorSender({ email, smtpUrl }: Operator): string {
  const login = decodeURIComponent(new URL(smtpUrl).username);
  return login.includes('@') ? login : email;
}

/** Sends one letter over the operator's own relay. It is no message of the outbox, which may be what is broken. */
export async function sendToOperator(
  operator: Operator,
  letter: PlainLetter,
  id: string,
  date: number,
): Promise<DeliveryOutcome> {
  const from = operatorSender(operator);
  const raw = await composeMessage({
    from: `Nodomoto <${from}>`,
    to: { name: '', address: operator.email },
    ...plainWords(letter),
    messageId: `<${id}@${mailDomain(from)}>`,
    date,
  });
  const transport = openSmtpTransport(operator.smtpUrl, operatorManner);
  try {
    return await transport.deliver({ from, to: operator.email }, raw);
  } finally {
    transport.close();
  }
}

/** Goes all the way to a letter without sending one; `null` is good. */
export function tryOperatorRoute(operator: Operator): Promise<Fault | null> {
  return tryServer(operator.smtpUrl, operatorSender(operator), operatorManner);
}
