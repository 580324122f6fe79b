import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readLibrary } from '#catalogue/read/read-content.ts';
import { readTemplates } from '#server/mail/template-files.ts';
import { type GoldenMail, GoldenPress } from '#testing/golden-mails/golden-mails.ts';
import { readMail } from '#testing/golden-mails/read-mail.ts';
import { violationsOn } from '#testing/violations-on.ts';
import { openBrowser } from '../../scripts/build/find-browser.ts';

/** A mail is an article inside the page of a mail program, which has the landmarks and, in a letter, the heading. */
const rulesOfWholePages = ['landmark-one-main', 'region', 'page-has-heading-one'];

/** Readers whose mails look different from those of others. */
const readers = /to (?:a usual reader|a team of 64|names of 200|Japanese names of 200)|^(?:sign-in|test):/;

/** A finger needs 44 px (WCAG 2.2 SC 2.5.5). */
const lowestRow = 44;

let browser: Browser;
let mails: GoldenMail[];

beforeAll(async () => {
  browser = await openBrowser();
  const all = await GoldenPress.everyReader(readLibrary('content'), readTemplates('dist/mail'));
  mails = all.filter(({ name }) => readers.test(name));
  expect(mails.length).toBeGreaterThan(20);
});

afterAll(async () => {
  await browser.close();
});

/** What is wider than the page, and rows and buttons that are too low. */
function misfits(page: Page): Promise<string[]> {
  return page.evaluate((lowest) => {
    const wide = document.documentElement.scrollWidth > window.innerWidth ? ['wider than the page'] : [];
    const low = [...document.querySelectorAll('a.btn, a.go')].filter(
      (row) => row.getBoundingClientRect().height < lowest,
    );
    return [...wide, ...low.map((row) => row.outerHTML)];
  }, lowestRow);
}

/** Colours do not depend on the language, nor what fits on the theme: two views see everything. */
const looks = [
  { language: 'en', colorScheme: 'light' },
  { language: 'ja', colorScheme: 'dark' },
] as const;

it.each(looks)('every kind ($language) has no violation in the $colorScheme theme, and fits 360 px', async (look) => {
  const page = await browser.newPage({ colorScheme: look.colorScheme, viewport: { width: 360, height: 900 } });
  const wrong = [];
  for (const mail of mails.filter(({ language }) => language === look.language)) {
    await page.setContent((await readMail(mail)).html);
    const found = [...(await misfits(page)), ...(await violationsOn(page, rulesOfWholePages))];
    if (found.length > 0) wrong.push({ mail: mail.name, found });
  }
  expect(wrong).toEqual([]);
  await page.close();
});
