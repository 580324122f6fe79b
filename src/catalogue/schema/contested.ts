import { z } from 'zod';
import { citations, line, slug } from './primitives.ts';

/** Who says what about a claim, with the sources that report it. */
const side = z.strictObject({ who: line(80), says: line(280, 15), sources: citations });

/** A word or phrase as it stands in a text; a star stands for any ending: "den*" is deny, denied and denial. */
const phrase = line(60, 2).regex(/^[^*]+(?:\*[^*]*)*$/, 'begin with letters: a star alone would stand for everything');

/** A claim that sources contest, marked once in its case: whatever uses it carries the hedge. */
export const contestedSchema = z.strictObject({
  id: slug,
  claim: line(200, 15),
  sides: z.array(side).min(2, 'give both sides'),
  /** The words that travel with the claim, as a reader meets them. */
  hedge: line(160, 10),
  /** One of these stands in every text that uses the claim. */
  hedgeWords: z.array(phrase).min(1, 'name the words by which a text carries the hedge'),
  /** A text in which one of these stands uses the claim, whether it says so or not. */
  terms: z.array(phrase).default([]),
});

export type Contested = z.infer<typeof contestedSchema>;

/** The contested claims that something uses, by id. Left out where it uses none. */
export const usesContested = z.array(slug).min(1, 'name at least one claim, or leave the field out').optional();
