import { z } from 'zod';

/**
 * A mail drawn once per question and kind when the site is built, with holes for what differs by person.
 * A hole is written `%%name%%`; names are those of `MailHoles`.
 */
export const stencilSchema = z.strictObject({ subject: z.string(), html: z.string(), text: z.string() });

export const stencilsFileSchema = z.record(z.string(), stencilSchema);

export type Stencil = z.infer<typeof stencilSchema>;

/** Stencils by `stencilKey`. */
export type Stencils = z.infer<typeof stencilsFileSchema>;

export function stencilKey(questionId: string, kind: string, language: string): string {
  return `${questionId}:${kind}:${language}`;
}

/** What differs by person. Every value is plain text; `teamBar` is drawn by `team-bar.ts` and is the one piece of markup. */
export type MailHoles = {
  addressee: string;
  why: string;
  answerUrl: string;
  caseUrl: string;
  preferencesUrl: string;
  pace: string;
  unsubscribeUrl: string;
  teamLine: string;
};
