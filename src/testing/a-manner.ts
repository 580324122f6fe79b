import { usualPatienceMs } from '#server/mail/smtp-line.ts';
import type { SmtpManner } from '#server/mail/transport.ts';

/** How a mail server is spoken to where a test asks for nothing else: one connection, and the password of its address. */
export function aManner(asked: Partial<SmtpManner> = {}): SmtpManner {
  return {
    tls: null,
    connections: 1,
    patienceMs: usualPatienceMs,
    authorities: [],
    certificate: null,
    tokens: null,
    ...asked,
  };
}
