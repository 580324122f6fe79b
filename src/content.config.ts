import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { caseSchema } from '#catalogue/case.ts';

/** Astro renders the stories; everything else in `content/` is read through `#catalogue/read-content.ts`. */
export const collections = {
  cases: defineCollection({
    loader: glob({
      base: './content/cases',
      pattern: '*/index.mdx',
      generateId: ({ entry }) => entry.replace(/\/index\.mdx$/, ''),
    }),
    schema: caseSchema,
  }),
};
