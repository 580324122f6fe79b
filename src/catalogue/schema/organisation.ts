import { z } from 'zod';
import { otherLanguages } from '#i18n/languages.ts';
import { country, line, slug } from './primitives.ts';

export const organisationKinds = ['company', 'agency', 'association'] as const;

/** Somebody whom cases name: a firm, an agency, an association. It says how they are called and nothing of what they did; that stands, cited, in the cases. */
const organisationSchema = z.strictObject({
  id: slug,
  label: line(60),
  kind: z.enum(organisationKinds, 'choose company, agency or association'),
  /** Where it has its seat. One of many states has none. */
  country: country.optional(),
  /** Other spellings that mean it wherever they stand. */
  names: z.array(line(60, 2)).default([]),
  /** By the id of a case: names too short or too common to mean it anywhere else. */
  namesIn: z.record(slug, z.array(line(60, 2)).min(1)).default({}),
  /** Longer names that hold one of its own and are somebody else's: "Toyota City". */
  not: z.array(line(60, 2)).default([]),
  in: z
    .partialRecord(z.enum(otherLanguages), z.strictObject({ label: line(60), names: z.array(line(60, 2)).default([]) }))
    .optional(),
});

/** `content/vocabulary/organisations.yaml`. */
export const organisationsFileSchema = z.array(organisationSchema);

export type Organisation = z.infer<typeof organisationSchema>;
