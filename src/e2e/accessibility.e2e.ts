import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { TwoThemes } from '#testing/two-themes.ts';
import { violationsOn } from '#testing/violations-on.ts';
import { openBrowser } from '../../scripts/build/find-browser.ts';

const url = inject('productUrl');

let browser: Browser;
let themes: TwoThemes;
let drawnPath = '';

beforeAll(async () => {
  browser = await openBrowser();
  themes = await TwoThemes.open(browser);
  const page = await browser.newPage();
  await page.goto(`${url}/lessons/one-site-is-one-point/`);
  drawnPath = (await page.locator('.chooser a:has(circle:not(.written))').first().getAttribute('href')) ?? '';
  await page.close();
});

afterAll(async () => {
  await browser.close();
});

const pages: [string, () => string][] = [
  ['home', () => '/'],
  ['library', () => '/library/'],
  ['library with a question', () => '/library/?q=saline'],
  ['library with nothing close', () => '/library/?q=sick%20note'],
  ['browse page', () => '/library/hazard/natural/'],
  ['case', () => '/cases/helene-baxter-2024/'],
  ['lessons', () => '/lessons/'],
  ['lesson', () => '/lessons/one-site-is-one-point/'],
  ['draft lesson', () => '/lessons/paperwork-is-a-signal/'],
  ['comparison', () => '/compare/one-site-is-one-point/aisin-fire-1997--helene-baxter-2024/'],
  ['drawn comparison', () => drawnPath],
  ['atlas', () => '/atlas/'],
  ['atlas of one hazard', () => '/atlas/natural/'],
  ['sectors and hazards', () => '/sectors/'],
  ['one sector', () => '/sectors/motor/'],
  ['jurisdictions', () => '/world/'],
  ['one jurisdiction', () => '/world/japan/'],
  ['a jurisdiction without an act', () => '/world/india/'],
  ['programmes', () => '/programmes/'],
  ['glossary', () => '/glossary/'],
  ['companies', () => '/companies/'],
  ['companies in Japanese', () => '/ja/companies/'],
  ['one company', () => '/companies/toyota/'],
  ['the same in Japanese', () => '/ja/companies/toyota/'],
  ['on this day', () => '/on-this-day/'],
  ['one month', () => '/on-this-day/march/'],
  ['one month in Japanese', () => '/ja/on-this-day/march/'],
  ['index of the library', () => '/index-of-cases/'],
  ['an item in five questions', () => '/classify/'],
  ['an item in five questions, in Japanese', () => '/ja/classify/'],
  ['browse page of a country', () => '/library/country/jp/'],
  ['modules', () => '/modules/'],
  ['module', () => '/modules/first-72-hours/'],
  ['huddle sheet', () => '/cases/aisin-fire-1997/huddle/'],
  ['huddle sheet in Japanese', () => '/ja/cases/aisin-fire-1997/huddle/'],
  ['module sheet', () => '/modules/first-72-hours/huddle/'],
  ['about', () => '/about/'],
  ['evidence', () => '/evidence/'],
  ['evidence in Japanese', () => '/ja/evidence/'],
  ['licences', () => '/licences/'],
  ['sample of a brief', () => '/sample/brief/'],
  ['sample of a brief in Japanese', () => '/ja/sample/brief/'],
  ['sample of a code', () => '/sample/code/'],
  ['sample of a register', () => '/sample/safeguards/'],
  ['missing page', () => '/nothing-here/'],
  ['page without a network', () => '/offline/'],
];

/** Pages that scripts go on filling once they are loaded. */
const filledByScripts = new Set([
  'home',
  'library',
  'library with a question',
  'library with nothing close',
  'on this day',
]);

describe('in either theme', () => {
  it.each(pages)('%s has no violation', async (name, path) => {
    await themes.lookAt(`${url}${path()}`, filledByScripts.has(name) ? 'settled' : 'loaded', async (page) => {
      expect(await violationsOn(page)).toEqual([]);
    });
  });
});
