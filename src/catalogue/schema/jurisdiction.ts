import { z } from 'zod';
import { otherLanguages } from '#i18n/languages.ts';
import { country, line, partialDate, slug } from './primitives.ts';

/** `content/jurisdictions.yaml`: the five that have a page of their own. */
export const jurisdictionsFileSchema = z.array(
  z.strictObject({
    id: slug,
    label: line(40),
    /** Countries whose cases the page lists. */
    countries: z.array(country).min(1, 'name at least one country'),
    about: line(600, 60),
    /** What was looked for and not found, with where. */
    absent: z
      .strictObject({ text: line(300, 20), publisher: line(80), url: z.url(), checkedOn: partialDate })
      .optional(),
    in: z
      .partialRecord(
        z.enum(otherLanguages),
        z.strictObject({ label: line(40), about: line(600), absent: line(300).optional() }),
      )
      .optional(),
  }),
);

export type Jurisdiction = z.infer<typeof jurisdictionsFileSchema>[number];
