import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { freePort } from '#testing/free-port.ts';
import { type RunningProduct, runScript, startProduct } from '#testing/running-product.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the running demo that the browser tests share. */
    productUrl: string;
    /** A backup of its store as it began: playing half a year takes longer than restoring it. */
    demoBackup: string;
    /** A file that says how the start went, once it is known: nothing, or why it failed. */
    productStarted: string;
  }
}

/**
 * One build, one demo organisation, one server for all browser tests: what a stranger gets from `npm start`. The build keeps
 * one core busy for a minute, so the rules are tested beside it; `product-started.setup.ts` waits for its end.
 */
export default async function setup({ vitest }: TestProject): Promise<() => Promise<void>> {
  // Two projects of browser tests ask for it; what the first provides for all is what the second finds.
  if ('productUrl' in vitest.getProvidedContext()) return async () => undefined;
  const dataDir = mkdtempSync(join(tmpdir(), 'nodomoto-e2e-'));
  const port = String(await freePort());
  const demoBackup = join(dataDir, 'as-it-began.sqlite');
  const productStarted = join(dataDir, 'started');
  vitest.provide('productUrl', `http://localhost:${port}`);
  vitest.provide('demoBackup', demoBackup);
  vitest.provide('productStarted', productStarted);
  const starting = startAndBackUp({ PORT: port, DATA_DIR: dataDir }, demoBackup);
  const told = starting.then(
    () => tell(productStarted, ''),
    (error) => tell(productStarted, String(error)),
  );
  return async () => {
    await told;
    const product = await starting.catch(() => null);
    await product?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

async function startAndBackUp(
  settings: { PORT: string; DATA_DIR: string },
  demoBackup: string,
): Promise<RunningProduct> {
  const product = await startProduct(settings);
  const { code, stderr } = await runScript('scripts/nudge.ts', ['backup', demoBackup], { DATA_DIR: settings.DATA_DIR });
  if (code === 0) return product;
  await product.stop();
  throw new Error(`The demo was not backed up:\n${stderr}`);
}

/** Whoever waits for the file finds it whole. */
function tell(file: string, why: string): void {
  writeFileSync(`${file}.new`, why);
  renameSync(`${file}.new`, file);
}
