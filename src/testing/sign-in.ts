import type { Page } from 'playwright-core';
import { vi } from 'vitest';

/** Asks for a link and returns one that opens the desk in the page's browser, from the newest sign-in mail. It comes a moment after the page, unless one that nobody used lies there already. */
export async function mailedSignInLink(page: Page, url: string): Promise<string> {
  await page.goto(`${url}/desk/sign-in`);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  return vi.waitUntil(() => newestUsableLink(page, url), { timeout: 10_000 });
}

async function newestUsableLink(page: Page, url: string): Promise<string | null> {
  await page.goto(`${url}/inbox`);
  const [newest] = await page
    .locator('.mails a', { hasText: 'Your link to the desk' })
    .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href')));
  if (!newest) return null;
  await page.goto(`${url}${newest}/body`);
  const link = await page.locator('a').first().getAttribute('href');
  if (!link) return null;
  const shown = await page.context().request.get(link);
  // The code is for browsers that did not ask.
  return shown.ok() && !/\d{4} \d{4}/.test(await shown.text()) ? link : null;
}
