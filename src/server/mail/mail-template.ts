import { z } from 'zod';

/**
 * A mail drawn once per kind and thing asked when the site is built, with placeholders for what differs by person.
 * A placeholder is written `%%name%%`; names are those of `MailPlaceholders`.
 */
export const mailTemplateSchema = z.strictObject({ subject: z.string(), html: z.string(), text: z.string() });

export type MailTemplate = z.infer<typeof mailTemplateSchema>;

/** By `templateKey`. */
export type MailTemplates = Record<string, MailTemplate>;

export function templateKey(askedId: string, kind: string, language: string): string {
  return `${askedId}:${kind}:${language}`;
}

/** What differs by person. Every value is plain text; `teamBar` is drawn by `team-bar.ts` and is the one piece of markup. */
export type MailPlaceholders = {
  addressee: string;
  why: string;
  /** Where the site is, for links to pages that are the same for everybody. */
  siteUrl: string;
  /** One thing to do, within this person's work. */
  monday: string;
  answerUrl: string;
  caseUrl: string;
  preferencesUrl: string;
  pace: string;
  unsubscribeUrl: string;
  /** What is kept of the reader, in a sentence or two; more in the first mail. */
  kept: string;
  /** The reader's own page. */
  ownPageUrl: string;
  teamLine: string;
};
