import type { Page } from 'playwright-core';
import { firstLanguage, type Language, languages } from '#i18n/languages.ts';
import { tellConfinement } from './confinement.ts';
import { openPrinter } from './find-browser.ts';

const tidings = {
  noBrowser:
    'Huddle sheets: no browser was found, so there are no PDFs; install Chromium or set CHROME_PATH, and build again.',
  noJapanese:
    'Huddle sheets: no font here has Japanese letters, so those in Japanese have no PDF; install one (on Linux it comes with npm ci), and build again.',
};

/**
 * The languages whose sheets can be printed on this machine. Asked before the pages are made, which link only to what will be there; and
 * anew for every build, since fonts and packages come and go without a trace in the browser.
 */
export async function printableLanguages(report: (line: string) => void): Promise<Language[]> {
  const printer = await openPrinter();
  if ('missing' in printer) {
    report(`${tidings.noBrowser} (${printer.missing})`);
    return [];
  }
  const { browser, confinement } = printer;
  report(tellConfinement(confinement));
  const japanese = await drawsJapanese(await browser.newPage());
  await browser.close();
  if (!japanese) report(tidings.noJapanese);
  return languages.filter((language) => language === firstLanguage || japanese);
}

/** Without a font for them, all Japanese letters are drawn as the same empty box. */
async function drawsJapanese(page: Page): Promise<boolean> {
  const drawn: string[] = [];
  for (const letter of ['災', '供', '途']) {
    await page.setContent(`<body style="margin: 0; font: 40px serif">${letter}`);
    drawn.push((await page.screenshot({ clip: { x: 0, y: 0, width: 60, height: 60 } })).toString('base64'));
  }
  return new Set(drawn).size === drawn.length;
}
