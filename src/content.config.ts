import { defineCollection } from 'astro:content';
import { contentFolder } from '#catalogue/read/content-folder.ts';
import { storiesIn } from '#site/load-stories.ts';

/**
 * Astro renders the stories, `<slug>` and `<slug>.ja`; everything else in `content/`, their front matter as well, is read and checked through
 * `#catalogue/read/read-content.ts`, which says what is wrong in an author's words.
 */
export const collections = {
  stories: defineCollection({ loader: storiesIn(`${contentFolder}/cases`) }),
};
