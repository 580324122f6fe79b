import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { anOpenMail, answerLink, unsubscribeLink } from '#testing/an-open-mail.ts';
import { mailedSignInLink } from '#testing/sign-in.ts';
import { violationsOn } from '#testing/violations-on.ts';
import { openBrowser } from '../../scripts/build/find-browser.ts';

const url = inject('productUrl');

let browser: Browser;
/** The trainer's own browser in each theme, and one that nobody has signed in with. */
const contexts = new Map<'light' | 'dark', { trainer: BrowserContext; stranger: BrowserContext }>();

/** A mail is an article inside the page of a mail program, which has the landmarks. */
const rulesOfWholePages = ['landmark-one-main', 'region'];

let answerPath = '';
let answeredPath = '';
let keptPath = '';
let drawnPath = '';
let usableLink = '';
let usedLink = '';
let mailPath = '';
let unsubscribePath = '';

beforeAll(async () => {
  browser = await openBrowser();
  const light = await browser.newContext({ colorScheme: 'light', bypassCSP: true });
  const page = await light.newPage();
  usableLink = await mailedSignInLink(page, url);
  usedLink = await mailedSignInLink(page, url);
  await page.goto(usedLink);
  await page.getByRole('button', { name: 'Enter the desk' }).click();
  const session = await light.storageState();
  for (const colorScheme of ['light', 'dark'] as const) {
    contexts.set(colorScheme, {
      trainer: await browser.newContext({ colorScheme, bypassCSP: true, storageState: session }),
      stranger: await browser.newContext({ colorScheme, bypassCSP: true }),
    });
  }
  await page.goto(`${url}/lessons/one-site-is-one-point/`);
  drawnPath = (await page.locator('.chooser a:has(circle:not(.written))').first().getAttribute('href')) ?? '';
  const answered = await anOpenMail(page, url);
  await page.goto(answerLink(answered, 'a'));
  await page.getByLabel('Sure', { exact: true }).check();
  await page.getByRole('button', { name: 'Confirm my answer' }).click();
  answeredPath = page.url().replace(url, '');
  const open = await anOpenMail(page, url);
  mailPath = open.path;
  answerPath = answerLink(open, 'a').replace(url, '');
  unsubscribePath = unsubscribeLink(open).replace(url, '');
  // The pace as it is: a change done, and nothing changed for the tests that come after.
  await page.goto(`${url}${answerPath.split('?')[0]}/preferences`);
  await page.getByRole('button', { name: 'Keep this pace' }).click();
  await page.getByRole('status').waitFor();
  keptPath = page.url().replace(url, '');
  await light.close();
});

afterAll(async () => {
  await browser.close();
});

const daysAhead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

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
  ['drawn comparison', () => drawnPath],
  ['atlas', () => '/atlas/'],
  ['atlas of one hazard', () => '/atlas/natural/'],
  ['sectors and hazards', () => '/sectors/'],
  ['one sector', () => '/sectors/motor/'],
  ['jurisdictions', () => '/world/'],
  ['one jurisdiction', () => '/world/japan/'],
  ['a jurisdiction without an act', () => '/world/india/'],
  ['programmes', () => '/programmes/'],
  ['glossary', () => '/glossary/'],
  ['browse page of a country', () => '/library/country/jp/'],
  ['modules', () => '/modules/'],
  ['module', () => '/modules/first-72-hours/'],
  ['huddle sheet', () => '/cases/aisin-fire-1997/huddle/'],
  ['huddle sheet in Japanese', () => '/ja/cases/aisin-fire-1997/huddle/'],
  ['module sheet', () => '/modules/first-72-hours/huddle/'],
  ['about', () => '/about/'],
  ['evidence', () => '/evidence/'],
  ['evidence in Japanese', () => '/ja/evidence/'],
  ['missing page', () => '/nothing-here/'],
  ['page without a network', () => '/offline/'],
  ['inbox', () => '/inbox'],
  ['a mail in the inbox', () => mailPath],
  ['the mail itself', () => `${mailPath}/body`],
  ['question', () => answerPath],
  ['answer', () => answeredPath],
  ['preferences', () => `${answerPath.split('?')[0]}/preferences`],
  ['preferences after a change', () => keptPath],
  ['unsubscribe', () => unsubscribePath],
  ['a link that opens nothing', () => '/n/rubbish'],
  ['desk', () => '/desk'],
  ['team', () => '/desk/teams/1'],
  ['next plan', () => '/desk/plan'],
  ['signals', () => '/desk/signals'],
  ['whom a signal reaches', () => `/desk/signals?about=country:CN&team=all&note=News&until=${daysAhead(14)}`],
  ['a signal with faults', () => '/desk/signals?about=country:XX&team=99&note=&until=soon'],
  ['a module that does not fit', () => `/desk/assign?team=1&module=first-72-hours&due=${daysAhead(5)}`],
  ['assignment', () => `/desk/assign?team=1&module=first-72-hours&due=${daysAhead(40)}`],
];

/** The way into the desk, with a part of each page that its other states do not have. */
const waysIn: [string, () => string, string][] = [
  ['sign-in', () => `${url}/desk/sign-in`, 'input[name="email"]'],
  ['sign-in when the link is on its way', () => `${url}/desk/sign-in?sent`, 'a[href="/desk/sign-in"]:not(.button)'],
  ['a link to the desk', () => usableLink, 'form button'],
  ['a used link to the desk', () => usedLink, 'a.button[href="/desk/sign-in"]'],
];

function openPage(scheme: 'light' | 'dark', who: 'trainer' | 'stranger'): Promise<Page> {
  const context = contexts.get(scheme)?.[who];
  if (!context) throw new Error('The browser context was not opened.');
  return context.newPage();
}

/** A tab for each theme and person, kept: opening one takes longer than looking at most pages. */
const tabs = new Map<string, Page>();

async function tabOf(scheme: 'light' | 'dark', who: 'trainer' | 'stranger'): Promise<Page> {
  const known = tabs.get(`${scheme} ${who}`);
  if (known) return known;
  const page = await openPage(scheme, who);
  tabs.set(`${scheme} ${who}`, page);
  return page;
}

/** Pages that scripts go on filling once they are loaded. */
const filledByScripts = new Set(['library', 'library with a question', 'assignment', 'a module that does not fit']);

/** Both themes at once: the machine has two cores. */
async function inEitherTheme(
  name: string,
  who: 'trainer' | 'stranger',
  link: string,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  await Promise.all(
    (['light', 'dark'] as const).map(async (scheme) => {
      const page = await tabOf(scheme, who);
      await page.goto(link, { waitUntil: filledByScripts.has(name) ? 'networkidle' : 'load' });
      await look(page);
    }),
  );
}

describe('in either theme', () => {
  it.each(waysIn)('%s has no violation', async (name, link, part) => {
    await inEitherTheme(name, 'stranger', link(), async (page) => {
      expect(await page.locator(`main ${part}`).count()).toBe(1);
      expect(await violationsOn(page)).toEqual([]);
    });
  });

  it.each(pages)('%s has no violation', async (name, path) => {
    await inEitherTheme(name, 'trainer', `${url}${path()}`, async (page) => {
      expect(await violationsOn(page, name === 'the mail itself' ? rulesOfWholePages : [])).toEqual([]);
    });
  });
});

/** Last of all: it takes somebody's mail away, and gives it back. */
describe('unsubscribed', () => {
  it('has no violation in either theme', async () => {
    const page = await openPage('light', 'stranger');
    await page.goto(`${url}${unsubscribePath}`);
    await page.getByRole('button', { name: 'Unsubscribe' }).click();
    try {
      for (const scheme of ['light', 'dark'] as const) {
        const shown = await openPage(scheme, 'stranger');
        await shown.goto(`${url}${unsubscribePath}`, { waitUntil: 'networkidle' });
        expect(await shown.getByRole('heading', { level: 1 }).textContent()).toBe('You are unsubscribed');
        expect(await violationsOn(shown)).toEqual([]);
        await shown.close();
      }
    } finally {
      await page.goto(`${url}${unsubscribePath}`);
      await page.getByRole('button', { name: /Undo/ }).click();
      await page.getByRole('heading', { name: /Stop all mail to/ }).waitFor();
      await page.close();
    }
  });
});
