import { z } from 'zod';
import { line } from './primitives.ts';

const said = z.array(line(240)).default([]);

/** What is typed in languages that the library is not told in, for something that it knows: a way of speaking, or a mark such as `inputs:urea`. */
export const heardElsewhereSchema = z.strictObject({
  for: z.string().regex(/^[a-z0-9-]+(:[A-Za-z0-9-]+)?$/, 'use an id of concepts.yaml, or a list and a word of it'),
  de: said,
  es: said,
  zh: said,
});

/** A firm or thing with a name, as the cases spell it, and as others do. */
export const firmNameSchema = z.strictObject({ name: line(60), also: z.array(line(60)).min(1) });

export const heardElsewhereFileSchema = z.array(heardElsewhereSchema);
export const firmNamesFileSchema = z.array(firmNameSchema);

/** How people who do not type English or Japanese say things, and how names are spelt. */
export type OtherLanguages = {
  heard: z.infer<typeof heardElsewhereSchema>[];
  firms: z.infer<typeof firmNameSchema>[];
};
