import { z } from 'zod';
import { type Catalogue, findCase } from '#catalogue/catalogue.ts';
import { type ConceptFile, conceptsFileSchema } from '#catalogue/schema/concept.ts';
import { conceptsOf } from './concept.ts';
import { averageLengths, countRecords, frequenciesOf } from './frequencies.ts';
import { postingsIn } from './pack-words.ts';
import { heldIn } from './posting-lists.ts';
import { recordOfCase } from './records.ts';

/**
 * What is needed of the library's cases to rank others beside them as if the build had known them: how many there are, how long their fields
 * are on average, how strongly they hold each key together, and the ways of speaking.
 */
export const measuresSchema = z.object({
  size: z.number(),
  lengths: z.record(z.string(), z.number()),
  held: z.record(z.string(), z.number()),
  written: conceptsFileSchema,
});

export type Measures = z.infer<typeof measuresSchema>;

/** Finer than what a posting keeps of a frequency. */
const rounded = (figure: number) => Math.round(figure * 1000) / 1000;

/** Of the cases of one language; `original` is the catalogue in the first. Pure. */
export function measureCases(catalogue: Catalogue, original: Catalogue, written: readonly ConceptFile[]): Measures {
  const concepts = conceptsOf(catalogue, written);
  const records = catalogue.cases.map((entry) => recordOfCase(catalogue, entry, findCase(original, entry.id)));
  const counted = countRecords(records, concepts);
  const averages = averageLengths(counted);
  const postings = postingsIn(frequenciesOf(counted, concepts, averages));
  return {
    size: records.length,
    lengths: Object.fromEntries([...averages].map(([name, length]) => [name, rounded(length)])),
    held: Object.fromEntries([...postings].map(([key, own]) => [key, rounded(heldIn(own))])),
    written: [...written],
  };
}
