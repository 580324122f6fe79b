import { z } from 'zod';
import { blankAsAbsent, optional } from './blank.ts';

export const smtpUrl = z.url({
  protocol: /^smtps?$/,
  error: 'write it as smtp://user:password@host:587 or smtps://...',
});

/** The server that takes our mail, and how it is spoken to. */
export const mailServerShape = {
  SMTP_URL: optional(smtpUrl).describe(
    'smtp://user:password@host:587 (STARTTLS) or smtps://... (TLS from the start).\nWithout it mail goes to the built-in catcher at /inbox, and the demo organisation is set up.',
  ),
  SMTP_TLS: optional(z.enum(['require', 'allow'], 'choose require or allow')).describe(
    'Whether a server at smtp:// has to offer STARTTLS: require, or allow to do without. A password never goes unencrypted to another machine.\nEmpty: require, but allow for a server on this machine.',
  ),
  SMTP_CONNECTIONS: z
    .preprocess(
      blankAsAbsent,
      z.coerce
        .number('write a number')
        .int('write a whole number')
        .min(1, 'at least 1')
        .max(20, 'at most 20')
        .default(5),
    )
    .describe(
      'How many connections to the mail server are open at most, 1 to 20. With several, a recipient over whom it falls silent holds up nobody else.',
    ),
};

/** How fast it is handed over. */
export const mailPaceShape = {
  SMTP_PER_MINUTE: optional(
    z.coerce
      .number('write a number')
      .int('write a whole number')
      .min(1, 'at least 1')
      .max(6000, 'at most 6000: leave it empty for no limit'),
  ).describe(
    'How many mails a minute may begin at most, evenly spaced, sign-in mails first; Microsoft 365 takes 30 a minute from one mailbox.\nSeveral senders on one store share nothing of it: give each its part. Empty: no limit.',
  ),
};
