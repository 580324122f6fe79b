import type { AstroIntegration } from 'astro';
import { readContent } from '../../src/catalogue/read-content.ts';

/** Stops a build before its first page when an author has something to mend. */
export function publishContent(): AstroIntegration {
  return {
    name: 'nodomoto:publish-content',
    hooks: {
      'astro:build:start': () => {
        readContent('content');
      },
    },
  };
}
