import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from '../../scripts/build/find-browser.ts';

const url = inject('productUrl');
const paths = ['/', '/library/', '/cases/aisin-fire-1997/', '/lessons/one-site-is-one-point/', '/ja/'];

/** Half of what counts as good for Core Web Vitals. */
const mostShift = 0.05;

declare global {
  interface Window {
    /** Sum of the layout shifts since the page began. */
    shifted: number;
  }
}

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

/** A first visit over a network on which a font takes its time. */
async function firstVisit(path: string, width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.route('**/*.woff2', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  await page.addInitScript(() => {
    window.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ('value' in entry) window.shifted += Number(entry.value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(`${url}${path}`);
  return page;
}

async function shiftOn(path: string, width: number): Promise<number> {
  const page = await firstVisit(path, width);
  await page.waitForFunction(() => document.fonts.size > 0 && document.documentElement.classList.contains('faces'));
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForTimeout(150);
  const shifted = await page.evaluate(() => window.shifted);
  await page.context().close();
  return shifted;
}

describe('a first visit with slow fonts', () => {
  // One line may always end just so that it breaks elsewhere in the other face; a page of which that is true is not a fault.
  it('sees next to nothing move when the faces arrive, over pages and widths', async () => {
    // Most of each visit is waiting for fonts, and so the widths wait together.
    const byWidth = await Promise.all(
      [360, 820, 1440].map(async (width) => {
        const shifts = [];
        for (const path of paths) shifts.push(await shiftOn(path, width));
        return shifts;
      }),
    );
    const shifts = byWidth.flat();
    expect(shifts.reduce((sum, shift) => sum + shift, 0) / shifts.length).toBeLessThan(mostShift);
  });
});

describe('a page', () => {
  it('asks for no font before its words are painted', async () => {
    const page = await firstVisit('/cases/aisin-fire-1997/', 412);
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.endsWith('.woff2')),
    );
    const { painted, asked } = await page.evaluate(() => ({
      painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.POSITIVE_INFINITY,
      asked: performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.endsWith('.woff2'))
        .map(({ startTime }) => startTime),
    }));
    expect(asked.length).toBeGreaterThan(0);
    expect(Math.min(...asked)).toBeGreaterThanOrEqual(painted);
    await page.context().close();
  });

  it('has its faces from the first letter for a reader who comes from another page of ours', async () => {
    const page = await firstVisit('/', 1440);
    await page.locator('main a[href^="/cases/"]:visible').first().click();
    await page.waitForURL('**/cases/**');
    expect(await page.evaluate(() => document.documentElement.className)).toBe('faces');
    await page.context().close();
  });

  it('has its faces without scripts as well', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const font = page.waitForRequest('**/*.woff2');
    await page.goto(`${url}/cases/aisin-fire-1997/`);
    expect((await font).url()).toMatch(/newsreader|inter/);
    await context.close();
  });
});
