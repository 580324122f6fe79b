import { z } from 'zod';
import { otherLanguages } from '#i18n/languages.ts';
import { line, slug } from './primitives.ts';

/** One word of a controlled list, with the words people type for it. */
export const termSchema = z.strictObject({
  id: slug,
  label: line(60),
  about: line(240).optional(),
  synonyms: z.array(line(40)).default([]),
  /** Entries of an official list it belongs to, by our own reading: sectors in strategic-sectors, inputs in critical-materials. */
  official: z.array(slug).optional(),
  /** The word in other languages. */
  in: z
    .partialRecord(
      z.enum(otherLanguages),
      z.strictObject({ label: line(60), about: line(240).optional(), synonyms: z.array(line(40)).optional() }),
    )
    .optional(),
});

export const termsFileSchema = z.array(termSchema).min(1);

/** The lists in content/vocabulary/, by file name. */
export const vocabularyNames = ['hazards', 'sectors', 'inputs', 'roles', 'dependencies', 'routes', 'systems'] as const;

export type Term = z.infer<typeof termSchema>;
export type VocabularyName = (typeof vocabularyNames)[number];
export type Vocabulary = Record<VocabularyName, Term[]>;
