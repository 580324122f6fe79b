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
  /** Of an input: the family it belongs to, a word of vocabulary/families.yaml. Every input has one. */
  family: slug.optional(),
  /** Of a sector: what it covers in ISIC Rev. 4, as sections ("F"), divisions ("C29") or, where a division is parted, groups ("C303"). */
  isic: z
    .array(z.string().regex(/^[A-U](\d{2,3})?$/, 'use a section of ISIC Rev. 4, alone or with a division, as in "C10"'))
    .optional(),
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
export const vocabularyNames = [
  'hazards',
  'sectors',
  'inputs',
  'families',
  'roles',
  'dependencies',
  'routes',
  'systems',
] as const;

export type Term = z.infer<typeof termSchema>;
export type VocabularyName = (typeof vocabularyNames)[number];
export type Vocabulary = Record<VocabularyName, Term[]>;
