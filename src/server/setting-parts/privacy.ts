import { z } from 'zod';
import { blankAsAbsent, optional } from './blank.ts';

/** How long things are kept: `keep` of the settings. */
export type KeepSettings = {
  /** Months of questions, mails, answers, news and withdrawn assignments. */
  answerMonths: number;
  /** Days after the last day in the team. */
  leaverDays: number;
  /** Days of used links to the desk and of sessions that ended. */
  signInDays: number;
  /** Months of the log of who looked at whose names. */
  accessMonths: number;
};

export type PrivacySettings = {
  privacy: {
    /** Who is responsible, as the page /privacy says it; `null`: nobody said. */
    controller: string | null;
    contact: string | null;
    legalBasis: string | null;
  };
  keep: KeepSettings;
};

const usual: KeepSettings = { answerMonths: 24, leaverDays: 90, signInDays: 30, accessMonths: 12 };

const text = (most: number) => z.string().max(most, `say it in at most ${most} letters`);

const period = (usualPeriod: number, most: number) =>
  z.preprocess(
    blankAsAbsent,
    z.coerce
      .number('write a number')
      .int('write a whole number')
      .min(1, 'at least 1')
      .max(most, `at most ${most}`)
      .default(usualPeriod),
  );

export const privacyShape = {
  CONTROLLER: optional(text(400)).describe(
    'Who is responsible for what is kept about people, with address, as the page /privacy says it: Works Ltd, 1 Mill Lane, Leeds. Empty: the page says that nobody was named.',
  ),
  PRIVACY_CONTACT: optional(text(200)).describe(
    'Whom people ask about it, as in dpo@your-company.com: shown at /privacy.',
  ),
  LEGAL_BASIS: optional(text(600)).describe(
    'On what legal ground it is kept, as /privacy says it. Empty: legitimate interest, or the works agreement.',
  ),
  KEEP_ANSWERS_MONTHS: period(usual.answerMonths, 120).describe(
    'Months for which questions, mails, answers, news and withdrawn assignments are kept; then they are cut, and only what they say of memories is left.',
  ),
  KEEP_LEAVERS_DAYS: period(usual.leaverDays, 730).describe(
    'Days after somebody’s last day (the column leaves) until everything about them is erased.',
  ),
  KEEP_SIGN_INS_DAYS: period(usual.signInDays, 365).describe(
    'Days for which used links to the desk and sessions that ended are kept.',
  ),
  KEEP_ACCESS_MONTHS: period(usual.accessMonths, 120).describe(
    'Months for which it is kept who looked at whose names.',
  ),
};

type Read = z.infer<z.ZodObject<typeof privacyShape>>;

export function readPrivacy(read: Read): PrivacySettings {
  return {
    privacy: {
      controller: read.CONTROLLER ?? null,
      contact: read.PRIVACY_CONTACT ?? null,
      legalBasis: read.LEGAL_BASIS ?? null,
    },
    keep: {
      answerMonths: read.KEEP_ANSWERS_MONTHS,
      leaverDays: read.KEEP_LEAVERS_DAYS,
      signInDays: read.KEEP_SIGN_INS_DAYS,
      accessMonths: read.KEEP_ACCESS_MONTHS,
    },
  };
}
