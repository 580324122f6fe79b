import type { AstroIntegration } from 'astro';
import { contentFolder } from '#catalogue/read/content-folder.ts';
import { readContent } from '#catalogue/read/read-content.ts';
import { cutFonts } from './cut-fonts.ts';

/** What has to be there before Astro starts: the fonts its styles name; and, for a build, content without anything to mend. */
export function publishContent(): AstroIntegration {
  return {
    name: 'nodomoto:publish-content',
    hooks: {
      'astro:config:setup': cutFonts,
      'astro:build:start': () => {
        readContent(contentFolder);
      },
    },
  };
}
