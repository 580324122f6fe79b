import type { Words } from '#i18n/words.ts';
import type { Settings } from '#server/settings.ts';

/** A setting as a trainer reads it; `name` is that of the environment, where there is one. */
export type SettingInWords = { what: string; value: string; name: string | null };

const hourMs = 3_600_000;

/** What is shown of people, and how long things are kept. */
export function peopleSettings({ showByName, smallestTeam, keep, privacy }: Settings, words: Words): SettingInWords[] {
  const t = words.house.people;
  return [
    { what: t.showByName, value: t.byName[showByName], name: 'SHOW_BY_NAME' },
    { what: t.smallestTeam, value: t.inPost(smallestTeam), name: 'SMALLEST_TEAM' },
    { what: t.answers, value: words.privacy.months(keep.answerMonths), name: 'KEEP_ANSWERS_MONTHS' },
    { what: t.leavers, value: t.days(keep.leaverDays), name: 'KEEP_LEAVERS_DAYS' },
    { what: t.access, value: words.privacy.months(keep.accessMonths), name: 'KEEP_ACCESS_MONTHS' },
    { what: t.controller, value: privacy.controller ?? t.nobody, name: 'CONTROLLER' },
    { what: t.contact, value: privacy.contact ?? t.nobody, name: 'PRIVACY_CONTACT' },
  ];
}

/** How trainers get in. Which they are is for those of the house to see. */
export function deskSettings(settings: Settings, trainers: readonly string[], words: Words): SettingInWords[] {
  const t = words.house.desk;
  const { linkSignIn, companyAccounts, sessions } = settings;
  return [
    ...(trainers.length > 0 ? [{ what: t.trainers, value: trainers.join(', '), name: 'TRAINERS' }] : []),
    { what: t.link, value: linkSignIn ? t.yes : t.no, name: 'LINK_SIGN_IN' },
    { what: t.company, value: companyAccounts ? t.yes : t.no, name: 'OIDC_ISSUER' },
    { what: t.idle, value: t.hours(sessions.idleMs / hourMs), name: 'SESSION_IDLE_HOURS' },
    { what: t.longest, value: t.hours(sessions.longestMs / hourMs), name: 'SESSION_HOURS' },
  ];
}

/** How mail goes; `trouble` is why it does not, in words. */
export function mailSettings(settings: Settings, trouble: string | null, words: Words): SettingInWords[] {
  const t = words.house.mail;
  const { mailFrom, bounceAddress, smtpPerMinute, operator } = settings;
  return [
    { what: t.state, value: trouble ?? t.goes, name: null },
    { what: t.from, value: mailFrom, name: 'MAIL_FROM' },
    { what: t.reports, value: bounceAddress ?? t.toSender, name: 'BOUNCE_ADDRESS' },
    { what: t.perMinute, value: smtpPerMinute === null ? t.noLimit : String(smtpPerMinute), name: 'SMTP_PER_MINUTE' },
    { what: t.operator, value: operator?.email ?? words.house.people.nobody, name: 'OPERATOR_EMAIL' },
  ];
}
