import mdx from '@astrojs/mdx';
import node from '@astrojs/node';
import react from '@astrojs/react';
import { defineConfig } from 'astro/config';
import { publishContent } from './scripts/build/publish-content.ts';

/** Settings of the site build. Pages are static unless they say `prerender = false` (desk, answers, inbox). */
export default defineConfig({
  site: process.env.SITE_URL ?? 'http://localhost:4321',
  // No form of ours comes near 64 kB; the adapter's own limit is 1 GB.
  adapter: node({ mode: 'middleware', bodySizeLimit: 64 * 1024 }),
  integrations: [mdx(), react({ include: ['**/islands/*.tsx'] }), publishContent()],
  trailingSlash: 'ignore',
  session: false,
  devToolbar: { enabled: false },
  build: { inlineStylesheets: 'auto' },
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
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
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
