import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
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
 * A real browser, in this order: CHROME_PATH, an installed Chromium, the one that comes inside an npm package. The package's own
 * arguments run everything in one process, which then ends with the first page that is closed; so ours are used.
 */
export async function openBrowser(): Promise<Browser> {
  const named = process.env['CHROME_PATH'] ?? installed.find((path) => existsSync(path));
  return playwright.launch({ executablePath: named ?? (await chromium.executablePath()), args: flags });
}
