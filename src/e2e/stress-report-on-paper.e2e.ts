import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { languages, languageTraits } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import { importCsv } from '#server/people/import-csv.ts';
import { aRunningApp, type RunningApp } from '#testing/a-running-app.ts';
import { cookiesOf } from '#testing/cookies-of.ts';
import { type SignedIn, signInOverHttp } from '#testing/sign-in-over-http.ts';
import { openBrowser } from '../../scripts/build/find-browser.ts';
import { pagesOf } from '../../scripts/build/pdf-pages.ts';
import { seedStressTests } from '../../scripts/demo/stress-tests.ts';

const now = Date.parse('2026-11-24T12:00:00Z');
const hana = 'hana@works.example';

let open: RunningApp;
let url: string;
let browser: Browser;
let trainer: SignedIn;

beforeAll(async () => {
  open = await aRunningApp(() => now, { TRAINERS: hana });
  url = `http://localhost:${open.port}`;
  const { db } = open.app.store;
  for (const file of ['people.csv', 'exposures.csv']) {
    const text = readFileSync(`scripts/demo/${file}`, 'utf8');
    const { vocabulary } = open.app.catalogue;
    expect(await importCsv(db, { text, vocabulary, now, dryRun: false, prune: false })).toMatchObject({ ok: true });
  }
  await seedStressTests(db, now);
  trainer = await signInOverHttp(url, open.received, hana);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await open.close();
});

it.each(languages)(
  'a report of three items is two pages of A4 at most, its tables are tables, and nothing of the screen is on them (%s)',
  async (language) => {
    const context = await browser.newContext({ locale: languageTraits[language].locale });
    await context.addCookies(cookiesOf(trainer, url));
    const page = await context.newPage();
    await page.goto(`${url}/desk/stress-tests/demo-magnets/report`);
    expect(await page.locator('main').textContent()).toContain(wordsIn(language).stressTest.report.measures);
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBeLessThanOrEqual(2);
    // As wide as A4 within its margins.
    await page.setViewportSize({ width: 642, height: 900 });
    await page.emulateMedia({ media: 'print' });
    const head = page.locator('main table thead').first();
    expect(await head.evaluate((element) => getComputedStyle(element).display)).toBe('table-header-group');
    for (const screenOnly of ['.desk-nav', '.site-foot', '.site-head form'])
      for (const part of await page.locator(screenOnly).all()) expect(await part.isVisible(), screenOnly).toBe(false);
    await context.close();
  },
);

it('Today tells of the test that is under way and of what was promised for December, each with where to go', async () => {
  const today = await (await trainer.ask('/desk')).text();
  const part = /id="stress-tests"[\s\S]*?<\/section>/.exec(today)?.[0] ?? '';
  expect(part).toContain('“Infusions for Columbus” is under way');
  expect(part).toContain('href="/desk/stress-tests/demo-infusions"');
  expect(part).toContain('Dysprosium oxide: what Group purchasing promised is due on 31 Dec 2026.');
  expect(part).not.toContain('Traction motor magnets');
});
