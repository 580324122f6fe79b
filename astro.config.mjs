import mdx from '@astrojs/mdx';
import node from '@astrojs/node';
import react from '@astrojs/react';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { facesScript } from '#components/shell/faces.ts';
import { layerOrder } from '#components/shell/layers.ts';
import { hashOf } from './scripts/build/hash-of.ts';
import { isCanonical } from './scripts/build/is-canonical.ts';
import { publishContent } from './scripts/build/publish-content.ts';
import { showLeftOut } from './scripts/dev/show-left-out.ts';

/** The sitemap, in every language; a page that names another as the one to know it by stays out. */
const listPages = sitemap({
  filter: (page) => isCanonical('dist/client', page),
  i18n: { defaultLocale: 'en', locales: { en: 'en', ja: 'ja' } },
});

/** Settings of the site build. Pages are static unless they say `prerender = false` (desk, answers, inbox). */
export default defineConfig({
  site: process.env.SITE_URL ?? 'http://localhost:4321',
  // The server reads forms itself (server/http/read-body.ts). A page is whole before it is sent, so that one that fails half-way ends as a page that says so.
  adapter: node({ mode: 'middleware', bodySizeLimit: 64 * 1024, experimentalDisableStreaming: true }),
  integrations: [mdx(), react({ include: ['**/islands/*.tsx'] }), publishContent(), showLeftOut(), listPages],
  trailingSlash: 'ignore',
  session: false,
  devToolbar: { enabled: false },
  // A linked stylesheet costs a first visit a round trip before the first word; inside the page it costs about 5 kB.
  build: { inlineStylesheets: 'always' },
  // A scope that weighs nothing: which rule wins is for the layers and the selectors as written.
  scopedStyleStrategy: 'where',
  security: {
    // Origin is checked in src/middleware.ts, which lets the one-click unsubscribe of RFC 8058 through: it comes without an Origin.
    checkOrigin: false,
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "form-action 'self'",
        "base-uri 'none'",
        "object-src 'none'",
        "worker-src 'self' blob:",
      ],
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"], hashes: [hashOf(facesScript)] },
      styleDirective: { hashes: [hashOf(layerOrder)] },
    },
  },
  vite: {
    build: {
      target: 'es2022',
      rolldownOptions: {
        // Astro marks each case file with a directive of its own, which Rolldown does not know and need not keep.
        onLog: (level, log, handle) => {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
        },
      },
    },
  },
});
