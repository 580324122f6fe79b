import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser, Page, Route } from 'playwright-core';
import { languageOfPath, languages } from '#i18n/languages.ts';
import { openPrinter } from './find-browser.ts';
import { KeptSheets, type Sheet, sheetsOf } from './kept-sheets.ts';
import { pagesOf } from './pdf-pages.ts';
import { serveFolder } from './serve-folder.ts';

/** Printing waits for the browser more than for the processor; more pages than this gain nothing on two cores. */
const atOnce = 4;

/**
 * The pages size each side by how much it says, which is an estimate. Here the paper itself can be measured: a side that still runs over
 * is set smaller, a step at a time.
 */
const fitSides = `for (const side of document.querySelectorAll('.side'))
  for (let size = Number(side.dataset.size); size < 5 && side.scrollHeight > side.clientHeight; size += 1) side.dataset.size = size + 1`;

/** The width and height of A4 within the margins of sheet.css, in CSS pixels. */
const paper = { width: 673, height: 1009 };

export type Printed = {
  sheets: number;
  printed: number;
  /** Pages whose huddle sheet is not two sides of A4. */
  long: string[];
};

/**
 * Puts a PDF beside every sheet that names one; prints those that changed since they were last kept. Each language is kept in a folder of
 * its own, which a build that cannot print it leaves as it is.
 */
export async function printSheets(site: string, keptIn: string): Promise<Printed> {
  const all: Printed = { sheets: 0, printed: 0, long: [] };
  const sheets = sheetsOf(site);
  for (const language of languages) {
    const own = sheets.filter(({ page }) => languageOfPath(page) === language);
    if (own.length === 0) continue;
    const { printed, long } = await printChanged(site, own, new KeptSheets(join(keptIn, language)));
    all.sheets += own.length;
    all.printed += printed;
    all.long.push(...long);
  }
  return all;
}

async function printChanged(
  site: string,
  sheets: readonly Sheet[],
  kept: KeptSheets,
): Promise<Pick<Printed, 'printed' | 'long'>> {
  const changed = sheets.filter(({ digest }) => !kept.has(digest));
  if (changed.length > 0) await printAll(site, changed, kept);
  for (const { pdf, digest } of sheets) {
    const target = join(site, pdf);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(kept.fileOf(digest), target);
  }
  kept.dropAllBut(new Set(sheets.map(({ digest }) => digest)));
  const long = sheets
    .filter(({ page, digest }) => page.endsWith('/huddle/') && pagesOf(readFileSync(kept.fileOf(digest))) !== 2)
    .map(({ page }) => page);
  return { printed: changed.length, long };
}

async function printAll(site: string, sheets: readonly Sheet[], kept: KeptSheets): Promise<void> {
  const served = await serveFolder(site);
  try {
    const printer = await openPrinter();
    // There was one when the pages were made, which link to what is printed now.
    if ('missing' in printer) throw new Error(`The browser that was there is gone: ${printer.missing}`);
    const { browser } = printer;
    const waiting = [...sheets];
    const printing = Array.from({ length: atOnce }, () => printFrom(waiting, browser, served.url, kept));
    await Promise.all(printing).finally(() => browser.close());
  } finally {
    served.close();
  }
}

/** A page that runs no script of its own and gets files of the built site alone: what an author wrote can neither act nor tell. */
export async function pageOfOwnSite(browser: Browser, origin: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: paper,
    javaScriptEnabled: false,
    serviceWorkers: 'block',
    acceptDownloads: false,
  });
  await context.route('**/*', (route: Route) =>
    new URL(route.request().url()).origin === origin ? route.continue() : route.abort(),
  );
  return context.newPage();
}

async function printFrom(waiting: Sheet[], browser: Browser, origin: string, kept: KeptSheets): Promise<void> {
  const page = await pageOfOwnSite(browser, origin);
  await page.emulateMedia({ media: 'print' });
  for (let sheet = waiting.shift(); sheet; sheet = waiting.shift()) {
    await page.goto(origin + sheet.page);
    await page.evaluate('document.fonts.ready.then(() => true)');
    await page.evaluate(fitSides);
    kept.keep(sheet.digest, await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true }));
  }
  await page.close();
}
