import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { freePort } from '#testing/free-port.ts';
import { runScript, startProduct } from '#testing/running-product.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the running demo that the browser tests share. */
    productUrl: string;
    /** A backup of its store as it began: playing half a year takes longer than restoring it. */
    demoBackup: string;
  }
}

/** One build, one demo organisation, one server for all browser tests: what a stranger gets from `npm start`. */
export default async function setup({ vitest }: TestProject): Promise<() => Promise<void>> {
  // Two projects of browser tests ask for it; what the first provides for all is what the second finds.
  if ('productUrl' in vitest.getProvidedContext()) return async () => undefined;
  const dataDir = mkdtempSync(join(tmpdir(), 'nodomoto-e2e-'));
  const product = await startProduct({ PORT: String(await freePort()), DATA_DIR: dataDir });
  const demoBackup = join(dataDir, 'as-it-began.sqlite');
  const { code, stderr } = await runScript('scripts/nudge.ts', ['backup', demoBackup], { DATA_DIR: dataDir });
  if (code !== 0) throw new Error(`The demo was not backed up:\n${stderr}`);
  vitest.provide('productUrl', product.url);
  vitest.provide('demoBackup', demoBackup);
  return async () => {
    await product.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
