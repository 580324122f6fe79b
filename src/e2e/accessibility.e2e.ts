import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { anOpenMail, answerLink, unsubscribeLink } from '#testing/an-open-mail.ts';
import { openBrowser } from '#testing/find-browser.ts';

const url = inject('productUrl');
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
const contexts = new Map<'light' | 'dark', BrowserContext>();

type Violation = { id: string; help: string; nodes: string[] };

declare global {
  interface Window {
    axe: {
      run: (
        root: Document,
        options: object,
      ) => Promise<{ violations: { id: string; help: string; nodes: { html: string }[] }[] }>;
    };
  }
}

/** A mail is an article inside the page of a mail program, which has the landmarks. */
const rulesOfWholePages = ['landmark-one-main', 'region'];

/** axe inside the page, with all its rules: WCAG 2.2 A and AA, and its best practices. */
async function violationsOn(page: Page, without: readonly string[] = []): Promise<Violation[]> {
  await page.evaluate(axeSource);
  return page.evaluate(
    async (off) => {
      const rules = Object.fromEntries(off.map((rule) => [rule, { enabled: false }]));
      const { violations } = await window.axe.run(document, { resultTypes: ['violations'], rules });
      return violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map((node) => node.html).slice(0, 3) }));
    },
    [...without],
  );
}

/** Signs in as the demo's trainer through her mail. */
async function signIn(page: Page): Promise<void> {
  await page.goto(`${url}/desk/sign-in`);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await page.goto(`${url}/inbox`);
  const mail = await page.locator('.mails a', { hasText: 'Your link to the desk' }).first().getAttribute('href');
  await page.goto(`${url}${mail}/body`);
  await page.goto((await page.locator('a').first().getAttribute('href')) ?? '');
  await page.getByRole('button', { name: 'Enter the desk' }).click();
}

let answerPath = '';
let answeredPath = '';
let mailPath = '';
let unsubscribePath = '';

beforeAll(async () => {
  browser = await openBrowser();
  const light = await browser.newContext({ colorScheme: 'light', bypassCSP: true });
  const page = await light.newPage();
  await signIn(page);
  contexts.set('light', light);
  contexts.set(
    'dark',
    await browser.newContext({ colorScheme: 'dark', bypassCSP: true, storageState: await light.storageState() }),
  );
  const answered = await anOpenMail(page, url);
  await page.goto(answerLink(answered, 'a'));
  await page.getByLabel('Sure', { exact: true }).check();
  await page.getByRole('button', { name: 'Confirm my answer' }).click();
  answeredPath = page.url().replace(url, '');
  const open = await anOpenMail(page, url);
  mailPath = open.path;
  answerPath = answerLink(open, 'a').replace(url, '');
  unsubscribePath = unsubscribeLink(open).replace(url, '');
  await page.close();
});

afterAll(async () => {
  await browser.close();
});

const pages: [string, () => string][] = [
  ['home', () => '/'],
  ['library', () => '/library/'],
  ['library with a question', () => '/library/?q=saline'],
  ['browse page', () => '/library/hazard/natural/'],
  ['case', () => '/cases/helene-baxter-2024/'],
  ['lessons', () => '/lessons/'],
  ['lesson', () => '/lessons/one-site-is-one-point/'],
  ['draft lesson', () => '/lessons/paperwork-is-a-signal/'],
  ['comparison', () => '/compare/one-site-is-one-point/aisin-fire-1997--helene-baxter-2024/'],
  ['modules', () => '/modules/'],
  ['about', () => '/about/'],
  ['missing page', () => '/nothing-here/'],
  ['inbox', () => '/inbox'],
  ['a mail in the inbox', () => mailPath],
  ['the mail itself', () => `${mailPath}/body`],
  ['question', () => answerPath],
  ['answer', () => answeredPath],
  ['preferences', () => `${answerPath.split('?')[0]}/preferences`],
  ['unsubscribe', () => unsubscribePath],
  ['a link that opens nothing', () => '/n/rubbish'],
  ['desk', () => '/desk'],
  ['team', () => '/desk/teams/1'],
  [
    'assignment',
    () =>
      `/desk/assign?team=1&module=first-72-hours&due=${new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10)}`,
  ],
];

describe.each(['light', 'dark'] as const)('in the %s theme', (scheme) => {
  it.each(pages)('%s has no violation', async (name, path) => {
    const page = await contexts.get(scheme)?.newPage();
    if (!page) throw new Error('The browser context was not opened.');
    await page.goto(`${url}${path()}`, { waitUntil: 'networkidle' });
    expect(await violationsOn(page, name === 'the mail itself' ? rulesOfWholePages : [])).toEqual([]);
    await page.close();
  });
});
