import type { Page } from 'playwright-core';

export type OpenMail = { path: string; links: string[] };

/** Links of the mail at an inbox path. */
async function linksOf(page: Page, url: string, path: string): Promise<string[]> {
  await page.goto(`${url}${path}/body`);
  return page.locator('a').evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href') ?? ''));
}

export const answerLink = (mail: OpenMail, letter: string) =>
  mail.links.find((link) => link.includes(`?c=${letter}`)) ?? '';

export const unsubscribeLink = (mail: OpenMail) => mail.links.find((link) => link.includes('/u/')) ?? '';

export const ownPageLink = (mail: OpenMail) => mail.links.find((link) => link.includes('/me/')) ?? '';

/** Paths of the nudges in the inbox, newest first. */
async function nudgePaths(page: Page, url: string): Promise<string[]> {
  await page.goto(`${url}/inbox`);
  const nudges = page.locator('.mails a').filter({ hasNotText: 'Your link to the desk' });
  return nudges.evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href') ?? ''));
}

/** The newest mail of the inbox whose question is still to be answered: how many there are depends on the day the demo was set up. */
export async function anOpenMail(page: Page, url: string): Promise<OpenMail> {
  for (const path of await nudgePaths(page, url)) {
    const mail = { path, links: await linksOf(page, url, path) };
    // A sign-in letter asks nothing, in whatever language it is.
    if (!answerLink(mail, 'a')) continue;
    const reply = await page.request.get(answerLink(mail, 'a'));
    if ((await reply.text()).includes('Confirm my answer')) return mail;
  }
  throw new Error('Every question in the inbox is answered or closed.');
}
