import { z } from 'zod';
import { optional } from './blank.ts';
import { smtpUrl } from './mail-server.ts';

/** Who is told of a trouble, and over which mail server. */
export const operatorShape = {
  OPERATOR_EMAIL: optional(z.email('write one e-mail address')).describe(
    'Who is written to when no mail goes out, when it goes again, when mails of unknown fate lie there and when servers refuse ours by policy;\nat most one letter about each in six hours. Needs OPERATOR_SMTP_URL.',
  ),
  OPERATOR_SMTP_URL: optional(smtpUrl).describe(
    'The mail server that takes these letters, written as SMTP_URL is; another one, as a broken one cannot tell that it is broken.\nThe sender is the name of its login where that is an address, and else OPERATOR_EMAIL.',
  ),
};

export type Operator = { email: string; smtpUrl: string };

type OperatorRead = {
  OPERATOR_EMAIL?: string | undefined;
  OPERATOR_SMTP_URL?: string | undefined;
  SMTP_URL?: string | undefined;
};

type ReadOperator = { ok: true; operator: Operator | null } | { ok: false; faults: string[] };

/** Who is told, over which server, which may not be that of all other mail; `null` is nobody. */
export function readOperator(read: OperatorRead): ReadOperator {
  const { OPERATOR_EMAIL: email, OPERATOR_SMTP_URL: smtpUrl } = read;
  if (email === undefined && smtpUrl === undefined) return { ok: true, operator: null };
  if (email === undefined) return { ok: false, faults: ['OPERATOR_EMAIL: set it too, or leave out OPERATOR_SMTP_URL'] };
  if (smtpUrl === undefined)
    return { ok: false, faults: ['OPERATOR_SMTP_URL: set it too, or leave out OPERATOR_EMAIL'] };
  if (read.SMTP_URL !== undefined && new URL(smtpUrl).host === new URL(read.SMTP_URL).host)
    return {
      ok: false,
      faults: ['OPERATOR_SMTP_URL: name another mail server than SMTP_URL, which cannot tell that it is broken'],
    };
  return { ok: true, operator: { email, smtpUrl } };
}
