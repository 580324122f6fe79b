import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openBrowser } from '../../scripts/build/find-browser.ts';

const url = inject('productUrl');

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

/** The page of the days of the year as somebody sees it at an hour by their own clock. */
async function openedAt(time: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await page.clock.setFixedTime(new Date(time));
  return page;
}

const daysShown = (page: Page) =>
  page.locator('this-week time').evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));

it('shows the seven days to come by the reader’s clock, in other years, whenever the site was built', async () => {
  const march = await openedAt('2031-03-08T12:00:00Z');
  await march.goto(`${url}/on-this-day/`);
  await march.locator('this-week li').first().waitFor();
  const days = await daysShown(march);
  expect(days).toContain('2011-03-11');
  expect(days.filter((day) => day.slice(5) < '03-08' || day.slice(5) > '03-14')).toEqual([]);
  expect(await march.locator('this-week li', { hasText: '11 Mar 2011' }).first().locator('.ago').textContent()).toBe(
    '20 years ago',
  );
  expect(await march.locator('this-week .this-month:visible').textContent()).toBe('All of March');
  await march.context().close();
});

it('goes from one year into the next', async () => {
  const page = await openedAt('2031-12-29T12:00:00Z');
  await page.goto(`${url}/ja/on-this-day/`);
  await page.locator('this-week li').first().waitFor();
  const days = (await daysShown(page)).map((day) => day.slice(5));
  expect(days.filter((day) => day > '01-04' && day < '12-29')).toEqual([]);
  await page.context().close();
});

it('keeps the way to every month where the week cannot be had, and says nothing of it', async () => {
  const page = await openedAt('2031-03-08T12:00:00Z', { serviceWorkers: 'block' });
  await page.route('**/*.json', (route) => route.abort());
  await page.goto(`${url}/on-this-day/`);
  await page.locator('this-week ol[hidden]').waitFor({ state: 'attached' });
  expect(await page.locator('this-week .quiet').isVisible()).toBe(false);
  expect(await page.locator('.months a:visible').count()).toBe(12);
  await page.context().close();
});
