import { z } from 'zod';
import { languagePattern } from './patterns.ts';
import { line, partialDate, slug } from './primitives.ts';

/** One entry of a case's `sources.yaml`. Its place in the file is its number on the page. */
export const sourceSchema = z.strictObject({
  id: slug,
  publisher: line(80),
  title: line(200),
  author: line(120).optional(),
  date: partialDate.optional(),
  url: z.url('give the full address, starting with https:// or http://'),
  language: z.string().regex(languagePattern, 'use a two-letter language code, as in "ja"').default('en'),
  tier: z.enum(['primary', 'press', 'secondary'], 'choose primary, press or secondary'),
  note: line(160).optional(),
});

export const sourcesFileSchema = z.array(sourceSchema).min(2, 'a case needs at least two sources');

export type Source = z.infer<typeof sourceSchema>;
