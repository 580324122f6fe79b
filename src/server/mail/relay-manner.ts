import { getCACertificates } from 'node:tls';
import type { Log } from '#server/log/log.ts';
import type { Settings } from '#server/settings.ts';
import { openAccessTokens } from './access-tokens.ts';
import { readAuthorities, readClientCertificate } from './pem-files.ts';
import { usualPatienceMs } from './smtp-line.ts';
import type { SmtpManner } from './transport.ts';

/** How the settings have the mail server spoken to, with what their files hold. @throws AppError when one cannot be used. */
export function relayManner(settings: Settings, { clock, log }: { clock: () => number; log: Log }): SmtpManner {
  const { smtpToken, smtpCaFile, smtpClientFiles } = settings;
  return {
    tls: settings.smtpTls,
    connections: settings.smtpConnections,
    patienceMs: usualPatienceMs,
    authorities: smtpCaFile === null ? [] : [...getCACertificates('default'), ...readAuthorities(smtpCaFile, clock())],
    certificate: smtpClientFiles && readClientCertificate(smtpClientFiles, clock()),
    tokens: smtpToken && openAccessTokens(smtpToken, { fetch, clock, log }),
  };
}
