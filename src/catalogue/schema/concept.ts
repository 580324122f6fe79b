import { z } from 'zod';
import { otherLanguages } from '#i18n/languages.ts';
import { caseSchema } from './case.ts';
import { leverageSchema } from './leverage.ts';
import { line, slug } from './primitives.ts';

/** What a way of speaking stands for: ids of the vocabulary, of lessons, and of the fixed lists of a case. */
export const meaningsSchema = z.strictObject({
  hazards: z.array(slug).default([]),
  sectors: z.array(slug).default([]),
  inputs: z.array(slug).default([]),
  dependencies: z.array(slug).default([]),
  routes: z.array(slug).default([]),
  systems: z.array(slug).default([]),
  roles: z.array(slug).default([]),
  lessons: z.array(slug).default([]),
  kinds: z.array(caseSchema.shape.kind).default([]),
  instruments: z.array(leverageSchema.shape.instruments.element).default([]),
});

/**
 * Everyday ways of speaking of a worry. In a way, words in a row must stand near each other in any order, and a slash offers
 * others in the same place: "only/sole supplier/vendor". A case is about it when it has any id under `means`; those under `near` count less.
 */
export const conceptSchema = z.strictObject({
  id: slug,
  ways: z.array(line(240)).min(1, 'give at least one way of saying it'),
  means: meaningsSchema.optional(),
  near: meaningsSchema.optional(),
  in: z.partialRecord(z.enum(otherLanguages), z.array(line(120))).optional(),
});

export const conceptsFileSchema = z.array(conceptSchema);

export type ConceptFile = z.infer<typeof conceptSchema>;
export type Meanings = z.infer<typeof meaningsSchema>;
