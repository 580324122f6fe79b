import { resolve } from 'node:path';
import { build } from 'vite';

/** Writes the service worker into the built site. Its name stays, so that browsers find the next one; `buildId` is what changes in it. */
export async function writeWorker(site: string, buildId: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { BUILD: JSON.stringify(buildId) },
    build: {
      outDir: site,
      emptyOutDir: false,
      target: 'es2022',
      lib: { entry: resolve('src/site/offline/service-worker.ts'), formats: ['es'], fileName: () => 'sw.js' },
    },
  });
}
