import type { Fault } from '#core/delivery/breaker.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { Log } from '#server/log/log.ts';
import { relayManner } from '#server/mail/relay-manner.ts';
import { returnPath } from '#server/mail/return-path.ts';
import { portOf } from '#server/mail/smtp-line.ts';
import { tryServer } from '#server/mail/try-server.ts';
import type { Settings } from '#server/settings.ts';
import { good, type Verdict } from './finding.ts';

/** For the whole way to the mail server. */
const patienceMs = 15_000;

/** Signs in and asks whether it may send, without sending. */
export async function mailServer(settings: Settings, log: Log): Promise<Verdict> {
  const { smtpUrl, bounceAddress, mailFrom } = settings;
  if (!smtpUrl) return good();
  const from = returnPath(bounceAddress, mailFrom, '<doctor.try@nodomoto.example>');
  const manner = relayManner(settings, { clock: Date.now, log });
  const fault = await tryServer(smtpUrl, from, { ...manner, patienceMs });
  if (fault) throw errorOf(fault, new URL(smtpUrl), from);
  return good();
}

function errorOf({ trouble, reply }: Fault, url: URL, from: string): AppError {
  switch (trouble) {
    case 'tls':
      return new AppError('SMTP_TLS', { reply });
    case 'login':
      return new AppError('SMTP_LOGIN', { reply });
    case 'sender':
      return new AppError('SMTP_SENDER', { from, reply });
    case 'connection':
    case 'relay':
    case 'directory':
      return new AppError('SMTP_UNREACHABLE', { port: portOf(url), reason: reply });
  }
}
