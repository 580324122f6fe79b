import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { addressesIn } from '#catalogue/addresses.ts';
import { type Language, languages, languageTraits } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import { openBrowser } from '../../scripts/build/find-browser.ts';
import { pagesOf } from '../../scripts/build/pdf-pages.ts';

const url = inject('productUrl');

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

/** A phone without scripts, whose owner reads that language: the hardest first visit. */
async function aPhone(language: Language): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 780 },
    locale: languageTraits[language].locale,
  });
  return context.newPage();
}

it.each(languages)(
  'a stranger comes from the home page to a brief, a code, a register and the report (%s)',
  async (language) => {
    const { sample, reports } = wordsIn(language);
    const page = await aPhone(language);
    const doors: [string, string][] = [
      [sample.doors.board.link, sample.brief.titleOf('').trim()],
      [sample.doors.code.link, 'Kazehaya'],
      [sample.doors.safeguards.link, sample.safeguards.title],
      [sample.doors.report.link, reports.form.title],
    ];
    for (const [link, title] of doors) {
      await page.goto(`${url}${addressesIn(language).page('/')}`);
      await page.locator('.home-doors').getByRole('link', { name: link }).click();
      expect(await page.locator('h1').textContent(), link).toContain(title);
      expect(await page.locator('html').evaluate((root) => root.scrollWidth), link).toBeLessThanOrEqual(360);
    }
  },
);

it.each(languages)('every sample says that its firm is invented, and leads to the others (%s)', async (language) => {
  const { sample } = wordsIn(language);
  const page = await aPhone(language);
  const { page: at } = addressesIn(language);
  for (const name of ['brief', 'code', 'safeguards'] as const) {
    await page.goto(`${url}${at(`/sample/${name}/`)}`);
    expect(await page.locator('aside.sample').textContent()).toContain(sample.invented.title);
    expect(await page.locator('aside.sample nav a').count()).toBe(4);
    expect(await page.locator('aside.sample [aria-current]').textContent()).toBe(sample.nav[name]);
  }
});

it.each(languages)(
  'the sample brief is whole: 14 indicators, three cases, decisions, and as many pages of PDF as a board reads (%s)',
  async (language) => {
    const page = await aPhone(language);
    const { page: at } = addressesIn(language);
    await page.goto(`${url}${at('/sample/brief/')}`);
    expect(await page.locator('.brief tbody tr').count()).toBe(14);
    expect(await page.locator('.brief .missing').count()).toBe(0);
    expect(await page.locator('.brief .case').count()).toBe(3);
    expect(await page.locator('.brief .decisions li').count()).toBeGreaterThan(0);
    const pdf = await fetch(`${url}${at('/sample/brief.pdf')}`);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(pagesOf(Buffer.from(await pdf.arrayBuffer()))).toBe(2);
  },
);

it('no sample names anybody of the invented firm', () => {
  const people = ['people.csv', 'people-pune.csv']
    .map((file) => readFileSync(`scripts/demo/${file}`, 'utf8'))
    .flatMap((text) => [...text.matchAll(/,([^,\n]+),([^,\n]+@kazehaya\.example),/g)]);
  expect(people.length).toBeGreaterThan(20);
  const samples = ['brief', 'code', 'safeguards'].flatMap((name) =>
    ['', 'ja/'].map((at) => readFileSync(`dist/client/${at}sample/${name}/index.html`, 'utf8')),
  );
  for (const [, name = '', address = ''] of people)
    for (const html of samples) for (const said of [name, address]) expect(html).not.toContain(said);
});
