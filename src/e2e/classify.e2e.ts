import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { answersFromItem } from '#core/exposure/answers-from-item.ts';
import { questionIds } from '#core/exposure/five-questions.ts';
import { colourOf } from '#core/exposure/policy-colour.ts';
import { policyColourIds } from '#core/exposure/policy-colours.ts';
import { itemsToSort } from '#testing/items-to-sort.ts';
import { openBrowser } from '../../scripts/build/find-browser.ts';
import { pagesOf } from '../../scripts/build/pdf-pages.ts';

const url = inject('productUrl');

let browser: Browser;
/** A browser that runs no script. */
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage({ javaScriptEnabled: false });
});

afterAll(async () => {
  await browser.close();
});

const verdict = (colour: string) => page.locator(`.verdict.${colour}`);

async function shownColours(): Promise<string[]> {
  const shown = await Promise.all(policyColourIds.map((colour) => verdict(colour).isVisible()));
  return policyColourIds.filter((_, index) => shown[index]);
}

it('without a script, each item comes out with the colours that the rule gives it, and each with its policy in words', async () => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${url}/classify/`);
  const loaded = asked.length;
  for (const { item, expected } of itemsToSort) {
    const { answers } = answersFromItem(item);
    for (const id of questionIds) await page.locator(`#${id}-${answers[id]}`).check();
    expect([item.name, await shownColours()]).toEqual([item.name, expected.colours]);
    const { outranked } = colourOf(answers);
    for (const colour of ['blue', 'red'])
      expect(await page.locator(`.outranked.${colour}`).isVisible(), item.name).toBe(outranked === colour);
    expect(await page.locator('.results .none').isVisible()).toBe(expected.colours.length === 0);
  }
  expect(asked).toHaveLength(loaded);
  const policies = { green: 'diversify', blue: 'control', red: 'invest' };
  for (const [colour, policy] of Object.entries(policies))
    expect(await verdict(colour).textContent()).toContain(policy);
});

it.each(['/classify/', '/ja/classify/'])('%s prints as one page of A4, with a shape for each colour', async (path) => {
  await page.goto(`${url}${path}`);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.paper-key th svg').count()).toBe(policyColourIds.length);
  expect(await page.locator('.sorting').isVisible()).toBe(false);
  expect(pagesOf(await page.pdf({ format: 'A4', preferCSSPageSize: true }))).toBe(1);
  await page.emulateMedia({ media: null });
});
