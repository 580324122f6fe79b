import type { Fault } from '#core/delivery/breaker.ts';
import { AppError } from '#core/errors/app-error.ts';
import { envelopeAddress } from '#server/mail/envelope-address.ts';
import { portOf } from '#server/mail/smtp-line.ts';
import { tryServer } from '#server/mail/try-server.ts';
import type { Settings } from '#server/settings.ts';
import { good, type Verdict } from './finding.ts';

/** Signs in and asks whether it may send, without sending. */
export async function mailServer(settings: Pick<Settings, 'smtpUrl' | 'smtpTls' | 'mailFrom'>): Promise<Verdict> {
  const { smtpUrl, smtpTls, mailFrom } = settings;
  if (!smtpUrl) return good();
  const from = envelopeAddress(mailFrom);
  const fault = await tryServer(smtpUrl, from, { tls: smtpTls });
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
