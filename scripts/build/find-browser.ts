import { chmodSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { messageOf } from '#core/errors/causes.ts';
import { type Confinement, confinementsFor, startConfined } from './confinement.ts';
import { ownFonts } from './own-fonts.ts';
import { type BrowserAtPath, packagedBrowser } from './packaged-browser.ts';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Chromium without its own errands: no updates, no first-run page, nothing asked of any other host. */
const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** No name leads anywhere: only this machine's own address is left to ask. */
const withoutNetwork = ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'];

const asNobody = new URL('as-nobody.sh', import.meta.url).pathname;

export type HeldBrowser = { browser: Browser; confinement: Confinement };

/**
 * A real browser for tests and measures, in this order: CHROME_PATH, an installed Chromium, the one that comes inside an npm package, held
 * as tightly as the machine allows. Packages for development are imported here and not above: a build without them has to go on.
 */
export async function openBrowser(): Promise<Browser> {
  return (await launch(flags)).browser;
}

/** The same for printing our own pages, or why there is none that starts. */
export async function openPrinter(): Promise<HeldBrowser | { missing: string }> {
  try {
    return await launch([...flags, ...withoutNetwork]);
  } catch (error) {
    return { missing: messageOf(error).split('\n', 1)[0] ?? '' };
  }
}

async function launch(args: readonly string[]): Promise<HeldBrowser> {
  const { chromium } = await import('playwright-core');
  const { started, confinement } = await startHeld(({ path, env }, sandbox) =>
    chromium.launch({
      args: [...args],
      chromiumSandbox: sandbox,
      executablePath: path,
      env: { ...process.env, ...env },
    }),
  );
  return { browser: started, confinement };
}

/** Has a browser started by whoever drives it, held as tightly as the machine allows. */
export async function startHeld<T>(
  start: (browser: BrowserAtPath, sandbox: boolean) => Promise<T>,
): Promise<{ started: T; confinement: Confinement }> {
  const { path, env: needed } = await browserHere();
  const env = { ...ownFonts(), ...needed };
  return startConfined(confinementsFor(process.getuid?.() === 0), ({ sandbox, user }) =>
    start(user === 'nobody' ? { path: asNobody, env: { ...env, NODOMOTO_BROWSER: path } } : { path, env }, sandbox),
  );
}

async function browserHere(): Promise<BrowserAtPath> {
  const named = namedBrowser();
  if (named) return { path: named, env: {} };
  const packaged = await packagedBrowser();
  // It is unpacked for its owner alone.
  chmodSync(packaged.path, 0o755);
  return packaged;
}

/** What decides whether sheets can be printed, without starting anything: part of what a build depends on. */
export function browserAtHand(): string {
  return namedBrowser() ?? (canResolve('@sparticuz/chromium') ? 'packaged' : 'none');
}

function canResolve(name: string): boolean {
  try {
    return createRequire(import.meta.url).resolve(name) !== '';
  } catch {
    return false;
  }
}

function namedBrowser(): string | undefined {
  return process.env['CHROME_PATH'] ?? installed.find((path) => existsSync(path));
}
