import { resolve } from 'node:path';
import type { AstroIntegration } from 'astro';
import type { ViteDevServer } from 'vite';
import { addressesIn } from '#catalogue/addresses.ts';
import { contentFolder } from '#catalogue/read/content-folder.ts';
import { unitKinds } from '#catalogue/unit.ts';
import { languages } from '#i18n/languages.ts';

/** In `astro dev`: a page for whatever is left out, at the address it would have, and every page anew when an author saves. */
export function showLeftOut(): AstroIntegration {
  return {
    name: 'nodomoto:show-left-out',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        if (command !== 'dev') return;
        for (const { page } of languages.map(addressesIn)) {
          for (const kind of unitKinds) {
            injectRoute({
              pattern: page(`/${kind}/[...id]`),
              entrypoint: './src/pages/_left-out.astro',
              prerender: true,
            });
          }
        }
      },
      'astro:server:setup': ({ server }) => followContent(server),
    },
  };
}

/** Astro follows the stories alone, and keeps the paths of pages until it is told that content has changed. */
function followContent(server: ViteDevServer): void {
  const inside = resolve(contentFolder);
  server.watcher.add(inside);
  server.watcher.on('all', (_, path) => {
    if (!resolve(path).startsWith(inside)) return;
    for (const environment of Object.values(server.environments)) environment.hot.send('astro:content-changed', {});
    server.environments.client.hot.send({ type: 'full-reload', path: '*' });
  });
}
