import { z } from 'zod';
import { otherLanguages } from '#i18n/languages.ts';
import { line, slug } from './primitives.ts';

/** One of the product's own words, in our own words. It states no facts; those stand, cited, in the cases and instruments it points to. */
const glossaryTerm = z.strictObject({
  id: slug,
  term: line(60),
  meaning: line(420, 30),
  /** Other words of the glossary. */
  see: z.array(slug).default([]),
  lessons: z.array(slug).default([]),
  cases: z.array(slug).default([]),
  in: z.partialRecord(z.enum(otherLanguages), z.strictObject({ term: line(60), meaning: line(420, 10) })).optional(),
});

/** `content/vocabulary/glossary.yaml`. */
export const glossaryFileSchema = z.array(glossaryTerm);

export type GlossaryTerm = z.infer<typeof glossaryTerm>;
