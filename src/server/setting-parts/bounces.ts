import { z } from 'zod';
import { optional } from './blank.ts';

/** Where reports of mail that did not arrive come in. */
export const bounceShape = {
  BOUNCE_ADDRESS: optional(
    z
      .email('write an address, as in bounce@your-company.com')
      .regex(/^[^+]+$/, 'leave out the +: a token is added behind one')
      .toLowerCase(),
  ).describe(
    'Where mail servers report what they could not deliver, as in bounce@your-company.com. Each mail leaves from bounce+TOKEN@..., which your mail server has to take too.\nEmpty: from MAIL_FROM itself, and reports go where its mail goes.',
  ),
  BOUNCE_IMAP_URL: optional(
    z
      .url({ protocol: /^imaps?$/, error: 'write it as imaps://user:password@host/INBOX', abort: true })
      .refine((text) => new URL(text).username !== '', 'name the user, as in imaps://user:password@host/INBOX'),
  ).describe(
    'The mailbox where such reports arrive, imaps://user:password@host/INBOX (TLS from the start) or imap://... (STARTTLS). It is read every minute; nothing in it is deleted.',
  ),
  BOUNCE_LISTEN: optional(
    z
      .string()
      .transform((text) =>
        /^\d+$/.test(text) ? `lmtp://127.0.0.1:${text}` : text.includes('://') ? text : `lmtp://${text}`,
      )
      .pipe(
        z
          .url({
            protocol: /^(?:lmtp|smtp)$/,
            error: 'write it as 127.0.0.1:2424 or smtp://127.0.0.1:2525',
            abort: true,
          })
          .refine((text) => new URL(text).port !== '', 'name the port, as in 127.0.0.1:2424'),
      ),
  ).describe(
    'Where a mail server on this machine hands such reports over by LMTP, as in 127.0.0.1:2424, or by SMTP, as in smtp://127.0.0.1:2525. Only bounce+TOKEN@ of BOUNCE_ADDRESS is taken.',
  ),
};
