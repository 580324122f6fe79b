import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import qrcode from 'qrcode-generator';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readLibrary } from '#catalogue/read/read-content.ts';
import { openBrowser } from '../../scripts/build/find-browser.ts';
import { pagesOf } from '../../scripts/build/pdf-pages.ts';

const url = inject('productUrl');
const site = 'dist/client';
const { en, ja } = readLibrary('content');

const pdfs = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('huddle.pdf'));

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

describe('a huddle sheet', () => {
  const wanted = [
    ...en.cases.map(({ id }) => `cases/${id}`),
    ...en.modules.map(({ id }) => `modules/${id}`),
    ...ja.cases.filter(({ toldIn }) => toldIn === 'ja').map(({ id }) => `ja/cases/${id}`),
  ];

  it('is there on paper for every case and module, in each language it is told in', () => {
    expect(wanted.filter((path) => !existsSync(join(site, path, 'huddle.pdf')))).toEqual([]);
  });

  it('has a page in every language, translated or not', () => {
    const pages = [...en.cases.map(({ id }) => `cases/${id}`), ...en.modules.map(({ id }) => `modules/${id}`)];
    const missing = pages
      .flatMap((path) => [path, `ja/${path}`])
      .filter((path) => !existsSync(join(site, path, 'huddle/index.html')));
    expect(missing).toEqual([]);
  });

  it.each(pdfs)('%s has two sides of A4, and is tagged', (name) => {
    const bytes = readFileSync(join(site, name));
    expect(pagesOf(bytes)).toBe(2);
    const text = bytes.toString('latin1');
    const [, width = 0, height = 0] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(text) ?? [];
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
    expect(text).toContain('/StructTreeRoot');
    expect(text).toContain('/Lang');
    expect(text).toMatch(/\/Title [(<]/);
    // Fonts stand in it as fonts, not as drawings of single letters.
    expect(text).toMatch(/\/Subtype\s*\/CIDFontType2/);
    expect(text).not.toMatch(/\/Subtype\s*\/Type3/);
  });
});

describe('the index of the library', () => {
  it('is on paper as pages of A4, with every case by the name of its event', () => {
    const bytes = readFileSync(join(site, 'index-of-cases.pdf'));
    expect(pagesOf(bytes)).toBeGreaterThan(2);
    expect(bytes.toString('latin1')).not.toMatch(/\/Subtype\s*\/Type3/);
    const page = readFileSync(join(site, 'index-of-cases/index.html'), 'utf8');
    expect(en.cases.filter(({ id }) => !page.includes(`href="/cases/${id}/"`))).toEqual([]);
  });
});

describe('the page of a huddle sheet', () => {
  const [entry] = en.cases;
  const path = `/cases/${entry?.id}/huddle/`;

  it('asks the decision of the case without giving its answer away', async () => {
    const page = await browser.newPage();
    await page.goto(url + path);
    const decision = entry?.questions.find(({ id }) => id === `${entry.id}/${entry.decision}`);
    expect(await page.locator('.front h2').first().textContent()).toBe(decision?.ask.replaceAll("'", '’'));
    expect(await page.locator('.front').getByText('holds').count()).toBe(0);
    await page.close();
  });

  it('draws the absolute address of the case as its QR code', async () => {
    const page = await browser.newPage();
    await page.goto(url + path);
    const qr = page.locator('.front .qr');
    const address = (await qr.getAttribute('data-address')) ?? '';
    expect(new URL(address).pathname).toBe(`/cases/${entry?.id}/`);
    const code = qrcode(0, 'M');
    code.addData(address);
    code.make();
    const drawn = (await qr.locator('path').getAttribute('d')) ?? '';
    const dark = [...drawn.matchAll(/h(\d+)v1/g)].reduce((sum, [, length]) => sum + Number(length), 0);
    const count = code.getModuleCount();
    const places = Array.from({ length: count * count }, (_, place) =>
      code.isDark(Math.floor(place / count), place % count),
    );
    expect(dark).toBe(places.filter(Boolean).length);
    await page.close();
  });

  it('offers printing only where scripts run, and its PDF everywhere', async () => {
    const still = await browser.newContext({ javaScriptEnabled: false });
    const page = await still.newPage();
    await page.goto(url + path);
    expect(await page.locator('#print').isVisible()).toBe(false);
    const pdf = (await page.locator('.sheet-bar a[type="application/pdf"]').getAttribute('href')) ?? '';
    const answer = await fetch(url + pdf);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    await still.close();
    const lively = await browser.newPage();
    await lively.goto(url + path);
    expect(await lively.locator('#print').isVisible()).toBe(true);
    await lively.close();
  });

  it('prints from any browser on two pages, its title on both', async () => {
    const page = await browser.newPage();
    await page.goto(url + path);
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(2);
    expect(await page.locator('.front h1').textContent()).toBe(await page.locator('.back .again').textContent());
    await page.close();
  });
});
