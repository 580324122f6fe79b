import { defineConfig } from 'vitest/config';

const root = new URL('.', import.meta.url).pathname;

/** `rules` run beside their source; `e2e` builds the product once, starts it, and uses it through a real browser and a real SMTP socket. */
export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: 'rules',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
          testTimeout: 20_000,
          // Rules keep no state between files, and loading every module anew for each takes as long as the tests.
          isolate: false,
        },
      },
      {
        root,
        test: {
          name: 'e2e',
          include: ['src/e2e/**/*.e2e.ts'],
          globalSetup: ['src/e2e/product.setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
