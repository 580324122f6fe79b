import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { mailedSignInLink } from '#testing/sign-in.ts';
import { openBrowser } from '../../scripts/build/find-browser.ts';

const url = inject('productUrl');

/** A forecast runs the planner weeks ahead. */
const aForecast = { timeout: 15_000 };

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
  await page.goto(await mailedSignInLink(page, url));
  await page.getByRole('button', { name: 'Enter the desk' }).click();
});

afterAll(async () => {
  await browser.close();
});

/** Counts what a trainer does: each click, and each field that she fills in. */
function counting() {
  let actions = 0;
  const act = async (done: Promise<unknown>) => {
    actions += 1;
    await done;
  };
  return { act, count: () => actions };
}

it('who is late is found with one action, from any page of the desk', async () => {
  await page.goto(`${url}/desk/signals`);
  const { act, count } = counting();
  await act(page.goto(`${url}/desk/assignments`));
  expect(await page.getByRole('heading', { name: 'Late' }).count()).toBe(1);
  expect(await page.getByText('Nobody is late.').count()).toBe(1);
  expect(count()).toBe(1);
});

it('a module is assigned to one person with four actions at most, from a link that names them', async () => {
  await page.goto(`${url}/desk`);
  const { act, count } = counting();
  await act(page.goto(`${url}/desk/assign?person=2`));
  await act(page.getByText('Quality under pressure').click());
  await expect.poll(() => page.getByText('who gets what by when').count(), aForecast).toBeGreaterThan(0);
  const submit = page.getByRole('button', { name: 'Assign it' });
  await submit.waitFor(aForecast);
  await act(submit.click());
  expect(await page.getByText('0 of 1 person').count()).toBe(1);
  expect(count()).toBeLessThanOrEqual(4);
});

it('it names the person, can be moved, and asks before it is withdrawn', async () => {
  expect(await page.locator('.assigned tbody tr').count()).toBe(1);
  await page.getByLabel('Another due date').fill(new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10));
  await page.getByRole('button', { name: 'Move it' }).click();
  expect(await page.getByText('The due date is moved.').count()).toBe(1);
  await page.getByRole('link', { name: 'Withdraw…' }).click();
  expect(await page.getByRole('heading', { name: 'Withdraw “Quality under pressure”?' }).count()).toBe(1);
  await page.getByRole('button', { name: 'Withdraw it' }).click();
  expect(await page.getByText('The assignment is withdrawn.').count()).toBe(1);
});

it('the digest is wished for and turned off on the list', async () => {
  await page.goto(`${url}/desk/assignments`);
  await page.locator('#weekday').selectOption('2');
  await page.getByRole('button', { name: 'Save' }).click();
  expect(await page.getByText('Saved.').count()).toBe(1);
  expect(await page.locator('#weekday').inputValue()).toBe('2');
  await page.locator('#weekday').selectOption('0');
  await page.getByRole('button', { name: 'Save' }).click();
  expect(await page.locator('#weekday').inputValue()).toBe('0');
});
