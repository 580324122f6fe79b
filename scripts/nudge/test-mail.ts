import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '#core/errors/app-error.ts';
import { mailDomain } from '#server/mail/compose-message.ts';
import { relayManner } from '#server/mail/relay-manner.ts';
import { openSigner } from '#server/mail/sign-message.ts';
import { sendTestLetter } from '#server/mail/test-letter.ts';
import { openSmtpTransport } from '#server/mail/transport.ts';
import { settingsOfRun } from '../read-environment.ts';
import { logOfRun, onlyArgument, wrongUsage } from './options.ts';

/** `test-mail ADDRESS`: one letter over the mail server of the settings, without the store, and what the server said to it. */
export async function testMail(positionals: string[]): Promise<void> {
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
