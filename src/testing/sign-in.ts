import type { Page } from 'playwright-core';
import { vi } from 'vitest';

/** Asks for a link and returns it from the newest sign-in mail; the mail comes a moment after the page. */
export async function mailedSignInLink(page: Page, url: string): Promise<string> {
  const before = await signInMails(page, url);
  await page.goto(`${url}/desk/sign-in`);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await vi.waitUntil(async () => (await signInMails(page, url)).length > before.length, { timeout: 10_000 });
  const [newest] = await signInMails(page, url);
  await page.goto(`${url}${newest}/body`);
  return (await page.locator('a').first().getAttribute('href')) ?? '';
}

async function signInMails(page: Page, url: string): Promise<string[]> {
  await page.goto(`${url}/inbox`);
  const mails = page.locator('.mails a', { hasText: 'Your link to the desk' });
  return mails.evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href') ?? ''));
}
