import { z } from 'zod';

/**
 * A mail drawn once per kind and thing asked when the site is built, with holes for what differs by person.
 * A hole is written `%%name%%`; names are those of `MailHoles`.
 */
export const stencilSchema = z.strictObject({ subject: z.string(), html: z.string(), text: z.string() });

export const stencilsFileSchema = z.record(z.string(), stencilSchema);

export type Stencil = z.infer<typeof stencilSchema>;

/** Stencils by `stencilKey`. */
export type Stencils = z.infer<typeof stencilsFileSchema>;

export function stencilKey(askedId: string, kind: string, language: string): string {
  return `${askedId}:${kind}:${language}`;
}

/** What differs by person. Every value is plain text; `teamBar` is drawn by `team-bar.ts` and is the one piece of markup. */
export type MailHoles = {
  addressee: string;
  why: string;
  /** Where the site is, for links to pages that are the same for everybody. */
  siteUrl: string;
  answerUrl: string;
  caseUrl: string;
  preferencesUrl: string;
  pace: string;
  unsubscribeUrl: string;
  teamLine: string;
};
