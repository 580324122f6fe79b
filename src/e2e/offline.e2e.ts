import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AChangingSite } from '#testing/a-changing-site.ts';
import { openBrowser } from '../../scripts/build/find-browser.ts';

const read = '/cases/aisin-fire-1997/';
const unread = '/cases/rare-earths-2010/';

let browser: Browser;
let context: BrowserContext;
let page: Page;
let site: AChangingSite;
let url: string;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

beforeEach(async () => {
  site = new AChangingSite();
  url = await site.open();
  context = await browser.newContext();
  page = await context.newPage();
});

afterEach(async () => {
  await context.close();
  site.close();
});

/** Reads a page as a visitor does, and waits until it lies on the device. */
async function visit(path: string): Promise<void> {
  await page.goto(`${url}${path}`);
  await expect.poll(() => page.evaluate(isKept, `${url}${path}`), { timeout: 10_000 }).toBe(true);
}

async function isKept(address: string): Promise<boolean> {
  const names = (await caches.keys()).filter((name) => name.startsWith('nodomoto-pages-'));
  const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).match(address)));
  return navigator.serviceWorker.controller !== null && kept.some(Boolean);
}

/** The text that a cache has for an address; nothing, where it has none. */
async function textInCache([name, address]: readonly [string, string]): Promise<string> {
  const page = (await caches.has(name)) ? await (await caches.open(name)).match(address) : undefined;
  return (await page?.text()) ?? '';
}

const anotherBuild = '000000000000';
const renamed = (text: string) => text.replaceAll(/[0-9a-f]{12}/g, anotherBuild);

/** What a new build changes: the page, and the name of the build in the worker. */
function rebuild(): void {
  const text = readFileSync(`dist/client${read}index.html`, 'utf8');
  site.instead.set(read, text.replaceAll('The five-dollar valve', 'The six-dollar valve'));
  site.instead.set('/sw.js', renamed(readFileSync('dist/client/sw.js', 'utf8')));
}

describe('without a network', () => {
  it('a page that was read can be read again, from the first visit on', async () => {
    await visit(read);
    await context.setOffline(true);
    await page.goto(`${url}${read}`);
    expect(await page.locator('h1').textContent()).toBe('The five-dollar valve that stopped Toyota');
  });

  it('a page that was not read says so, and lists what there is', async () => {
    await visit(read);
    await context.setOffline(true);
    await page.goto(`${url}${unread}`);
    expect(await page.locator('h1').textContent()).toBe('No network');
    const kept = page.locator('kept-pages li a');
    await kept.first().waitFor();
    expect(await kept.first().textContent()).toContain('The five-dollar valve that stopped Toyota');
    await kept.first().click();
    expect(await page.locator('h1').textContent()).toBe('The five-dollar valve that stopped Toyota');
  });

  it('a search still finds, once its index has been fetched', async () => {
    await visit('/library/');
    const all = await page.locator('.results > li:not([hidden])').count();
    await page.fill('#q', 'brake valves');
    await page.locator('.results li:not([hidden]) a[href="/cases/aisin-fire-1997/"]').first().waitFor();
    await page.reload();
    await page.fill('#q', 'brake valves');
    await page.locator('.results li:not([hidden]) a[href="/cases/aisin-fire-1997/"]').first().waitFor();
    await context.setOffline(true);
    await page.goto(`${url}/library/?q=valve+that+stopped+Toyota`);
    await page.locator('.results li:not([hidden]) a[href="/cases/aisin-fire-1997/"]').first().waitFor();
    await expect.poll(() => page.locator('.results > li:not([hidden])').count()).toBeLessThan(all);
  });

  it('a page older than a week is not shown unless the reader was told its age', async () => {
    site.daysAgo = 8;
    await visit(read);
    await context.setOffline(true);
    await page.goto(`${url}${read}`);
    expect(await page.locator('h1').textContent()).toBe('No network');
    await page.goto(`${url}${read}?kept`);
    expect(await page.locator('h1').textContent()).toBe('The five-dollar valve that stopped Toyota');
  });
});

describe('with a network', () => {
  it('a page that was built anew is shown at the next visit, and the caches of the build before go', async () => {
    await visit(read);
    const before = await page.evaluate(() => caches.keys());
    expect(before.length).toBe(2);
    rebuild();
    await page.goto(`${url}${read}`);
    expect(await page.locator('h1').textContent()).toBe('The six-dollar valve that stopped Toyota');
    await expect.poll(() => page.evaluate(() => caches.keys()), { timeout: 10_000 }).toEqual(before.map(renamed));
  });

  it('a page read before a new build is fetched anew beside the one that is read now', async () => {
    await visit(read);
    await visit(unread);
    rebuild();
    await page.goto(`${url}${unread}`);
    const kept = async () => page.evaluate(textInCache, [`nodomoto-pages-${anotherBuild}`, `${url}${read}`] as const);
    await expect.poll(kept, { timeout: 10_000 }).toContain('The six-dollar valve');
    await expect
      .poll(() => page.evaluate(() => caches.keys().then(({ length }) => length)), { timeout: 10_000 })
      .toBe(2);
    await context.setOffline(true);
    await page.goto(`${url}${read}`);
    expect(await page.locator('h1').textContent()).toBe('The six-dollar valve that stopped Toyota');
  });

  it('a page read before a new build stays as it was, where it cannot be fetched anew', async () => {
    await visit(read);
    await visit(unread);
    rebuild();
    site.refused.add(read);
    await page.goto(`${url}${unread}`);
    await expect
      .poll(() => page.evaluate(() => caches.keys()), { timeout: 10_000 })
      .toContain(`nodomoto-pages-${anotherBuild}`);
    await visit(unread);
    await context.setOffline(true);
    await page.goto(`${url}${read}`);
    expect(await page.locator('h1').textContent()).toBe('The five-dollar valve that stopped Toyota');
  });

  it('a page that is kept does not wait for a network that has gone to sleep', async () => {
    await visit(read);
    site.delayMs = 20_000;
    const begun = Date.now();
    await page.goto(`${url}${read}`, { waitUntil: 'commit' });
    expect(Date.now() - begun).toBeLessThan(10_000);
  });

  it('nobody who asked to save data is made to fetch a worker', async () => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
    });
    await page.goto(`${url}${read}`, { waitUntil: 'networkidle' });
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  });
});
