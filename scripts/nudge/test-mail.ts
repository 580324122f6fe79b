import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '#core/errors/app-error.ts';
import { mailDomain } from '#server/mail/compose-message.ts';
import { relayManner } from '#server/mail/relay-manner.ts';
import { openSigner } from '#server/mail/sign-message.ts';
import { sendTestLetter } from '#server/mail/test-letter.ts';
import { openSmtpTransport } from '#server/mail/transport.ts';
import { sendToOperator } from '#server/operator/operator-route.ts';
import { settingsOfRun } from '../read-environment.ts';
import { type Options, onlyArgument, wrongUsage } from './options.ts';
import { logOfRun } from './with-app.ts';

/** `test-mail ADDRESS`: one letter over the mail server of the settings, without the store, and what the server said to it. */
export async function testMail(positionals: string[], { operator }: Options): Promise<void> {
  if (operator) return testOperatorRoute(positionals);
  const to = onlyArgument(positionals, 'where to send the test letter');
  if (!z.email().safeParse(to).success) throw wrongUsage(`"${to}" is not an e-mail address.`);
  const settings = settingsOfRun();
  const { smtpUrl, mailFrom } = settings;
  if (!smtpUrl) throw new AppError('NO_MAIL_SERVER');
  const log = logOfRun(settings);
  const sign = await openSigner(settings.dkim, log);
  const transport = openSmtpTransport(smtpUrl, relayManner(settings, { clock: Date.now, log }));
  try {
    const messageId = `<${randomUUID()}@${mailDomain(mailFrom)}>`;
    const outcome = await sendTestLetter(transport, sign, { from: mailFrom, to, messageId, date: Date.now() });
    const server = new URL(smtpUrl).host;
    if (outcome.kind !== 'accepted') throw new AppError('TEST_MAIL_NOT_TAKEN', { server, ...outcome });
    console.log(`${server} took the test letter from ${mailFrom} to ${to}. It said: ${outcome.reply}`);
  } finally {
    transport.close();
  }
}

/** `test-mail --operator`: the same over the route on which the operator is told of troubles. */
async function testOperatorRoute([stray]: string[]): Promise<void> {
  if (stray) throw wrongUsage('Leave out the address: the letter goes to OPERATOR_EMAIL.');
  const { operator, siteUrl } = settingsOfRun();
  if (!operator) throw new AppError('NO_OPERATOR');
  const letter = {
    subject: 'Nodomoto: test letter',
    paragraphs: [
      'On this way you are told when no mail goes out. There is nothing to do.',
      `This is about ${siteUrl}.`,
    ],
  };
  const outcome = await sendToOperator(operator, letter, randomUUID(), Date.now());
  const server = new URL(operator.smtpUrl).host;
  if (outcome.kind !== 'accepted') throw new AppError('TEST_MAIL_NOT_TAKEN', { server, ...outcome });
  console.log(`${server} took the test letter to ${operator.email}. It said: ${outcome.reply}`);
}
