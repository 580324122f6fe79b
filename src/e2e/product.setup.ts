import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { freePort } from '#testing/free-port.ts';
import { startProduct } from '#testing/running-product.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the running demo that the browser tests share. */
    productUrl: string;
  }
}

/** One build, one demo organisation, one server for all browser tests: what a stranger gets from `npm start`. */
export default async function setup({ vitest }: TestProject): Promise<() => Promise<void>> {
  // Two projects of browser tests ask for it; what the first provides for all is what the second finds.
  if ('productUrl' in vitest.getProvidedContext()) return async () => undefined;
  const dataDir = mkdtempSync(join(tmpdir(), 'nodomoto-e2e-'));
  const product = await startProduct({ PORT: String(await freePort()), DATA_DIR: dataDir });
  vitest.provide('productUrl', product.url);
  return async () => {
    await product.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
