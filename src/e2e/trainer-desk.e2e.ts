import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { mailedSignInLink } from '#testing/sign-in.ts';
import { openBrowser } from '../../scripts/build/find-browser.ts';

const url = inject('productUrl');
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  context = await browser.newContext();
  page = await context.newPage();
});

afterAll(async () => {
  await browser.close();
});

describe('the desk', () => {
  it('is closed to strangers, and its forms too', async () => {
    const reply = await fetch(`${url}/desk`, { redirect: 'manual' });
    expect(reply.headers.get('location')).toContain('/desk/sign-in');
    const body = new URLSearchParams({ team: '1', module: 'new-to-buying', due: '2030-01-01' });
    const post = await fetch(`${url}/desk/assign`, {
      method: 'POST',
      body,
      headers: { Origin: url },
      redirect: 'manual',
    });
    expect(post.headers.get('location')).toContain('/desk/sign-in');
  });

  it('lets a trainer in with a link from her mail, once', async () => {
    const link = await mailedSignInLink(page, url);
    await page.goto(link);
    await page.getByRole('button', { name: 'Enter the desk' }).click();
    expect(await page.getByRole('heading', { name: 'What the teams remember' }).count()).toBe(1);
    const again = await browser.newPage();
    await again.goto(link);
    expect(await again.getByText('This link was used already').count()).toBe(1);
    await again.close();
  });

  it('shows what each team remembers, and the last mails with their answers', async () => {
    await page.goto(`${url}/desk`);
    expect(await page.locator('.heatmap thead th').count()).toBe(5);
    expect(await page.locator('.heatmap td[class^="heat-"]').count()).toBeGreaterThan(30);
    expect(await page.locator('.mails tbody tr').count()).toBe(25);
    expect(await page.getByText(/Right, /).count()).toBeGreaterThan(0);
  });

  it('shows who gets what by when before a module is assigned, assigns it, and withdraws it', async () => {
    await page.goto(`${url}/desk/assign`);
    await page.getByText('The first 72 hours').click();
    await page.getByLabel('Team').selectOption({ label: 'Motor plant purchasing, Nagoya' });
    await page.getByLabel('Due on').fill(new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10));
    await expect.poll(() => page.getByText(/receives all 4 lessons by/).count()).toBe(1);
    expect(await page.locator('table.data tbody tr').count()).toBe(8);
    await page.getByRole('button', { name: 'Assign it' }).click();
    expect(await page.getByText('The module is assigned.').count()).toBe(1);
    await page.getByRole('button', { name: 'Withdraw The first 72 hours from Motor plant purchasing, Nagoya' }).click();
    expect(await page.getByText('The assignment is withdrawn.').count()).toBe(1);
  });

  it('works out who gets what by when without JavaScript too', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await context.storageState() });
    const form = await plain.newPage();
    await form.goto(`${url}/desk/assign`);
    await form.getByText('New to buying').click();
    await form.getByLabel('Due on').fill(new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10));
    await form.getByRole('button', { name: 'See who gets what by when' }).click();
    expect(await form.locator('table.data tbody tr').count()).toBe(8);
    await plain.close();
  });

  it('warns when a module cannot fit before its date', async () => {
    const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    await page.goto(`${url}/desk/assign?team=1&module=first-72-hours&due=${soon}`);
    expect(await page.getByText(/It does not fit for/).count()).toBe(1);
  });

  it('signs out', async () => {
    await page.goto(`${url}/desk`);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.goto(`${url}/desk`);
    expect(page.url()).toContain('/desk/sign-in');
  });
});
