import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';

/**
 * Astro renders the stories, `<slug>` and `<slug>.ja`; everything else in `content/`, their front matter as well, is read and checked through
 * `#catalogue/read-content.ts`, which says what is wrong in an author's words.
 */
export const collections = {
  stories: defineCollection({
    loader: glob({
      base: './content/cases',
      pattern: '*/index*.mdx',
      generateId: ({ entry }) => entry.replace(/\/index(\.\w+)?\.mdx$/, '$1'),
    }),
  }),
};
