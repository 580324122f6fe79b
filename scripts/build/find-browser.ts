import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { messageOf } from '#core/errors/causes.ts';
import { ownFonts } from './own-fonts.ts';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Chromium without its own errands: no updates, no first-run page, nothing asked of any other host. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A real browser, in this order: CHROME_PATH, an installed Chromium, the one that comes inside an npm package. Both packages are
 * imported here and not above: they are for development, and a build without them has to go on.
 */
export async function openBrowser(): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  const named = namedBrowser();
  if (!named) return chromium.launch(await packagedBrowser());
  return chromium.launch({ executablePath: named, args: flags, env: { ...process.env, ...ownFonts() } });
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

/** A browser, or why there is none that starts. */
export async function findBrowser(): Promise<Browser | { missing: string }> {
  try {
    return await openBrowser();
  } catch (error) {
    return { missing: messageOf(error).split('\n', 1)[0] ?? '' };
  }
}

/**
 * The package brings the libraries a bare system lacks (NSS), and unpacks them by itself on one cloud only. Its own arguments run
 * everything in one process, which ends with the first page that is closed; so ours are used.
 */
async function packagedBrowser() {
  const { default: packaged, inflate } = await import('@sparticuz/chromium');
  const executablePath = await packaged.executablePath();
  const binaries = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin');
  await inflate(join(binaries, 'al2023.tar.br'));
  const libraries = [process.env['LD_LIBRARY_PATH'], join(tmpdir(), 'al2023', 'lib')].filter(Boolean).join(':');
  return { executablePath, args: flags, env: { ...process.env, ...ownFonts(), LD_LIBRARY_PATH: libraries } };
}
