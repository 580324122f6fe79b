import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { anOpenMail, answerLink, ownPageLink, unsubscribeLink } from '#testing/an-open-mail.ts';
import { keptPathInDemo } from '#testing/kept-path-in-demo.ts';
import { mailedSignInLink } from '#testing/sign-in.ts';
import { TwoThemes } from '#testing/two-themes.ts';
import { violationsOn } from '#testing/violations-on.ts';
import { openBrowser } from '../../scripts/build/find-browser.ts';

const url = inject('productUrl');

let browser: Browser;
/** The trainer's own browser, and one that nobody has signed in with. */
let trainer: TwoThemes;
let stranger: TwoThemes;

/** A mail is an article inside the page of a mail program, which has the landmarks. */
const rulesOfWholePages = ['landmark-one-main', 'region'];

let answerPath = '';
let answeredPath = '';
let keptPath = '';
let usableLink = '';
let usedLink = '';
let mailPath = '';
let unsubscribePath = '';
let ownPath = '';
let safeguardPath = '';
const whyPath = () => safeguardPath.replace('/desk/safeguards', '/why');
let itemPath = '';
let askedPath = '';
let nothingAskedPath = '';

beforeAll(async () => {
  browser = await openBrowser();
  const own = await browser.newContext();
  const page = await own.newPage();
  usedLink = await mailedSignInLink(page, url);
  await page.goto(usedLink);
  await page.getByRole('button', { name: 'Enter the desk' }).click();
  // Whoever is signed in is not asked for an address, so the second link is asked for in a browser of its own.
  const elsewhere = await browser.newPage();
  usableLink = await mailedSignInLink(elsewhere, url);
  trainer = await TwoThemes.open(browser, { storageState: await own.storageState() });
  stranger = await TwoThemes.open(browser, { storageState: await elsewhere.context().storageState() });
  await elsewhere.close();
  const answered = await anOpenMail(page, url);
  await page.goto(answerLink(answered, 'a'));
  await page.getByLabel('Sure', { exact: true }).check();
  await page.getByRole('button', { name: 'Confirm my answer' }).click();
  answeredPath = page.url().replace(url, '');
  const open = await anOpenMail(page, url);
  mailPath = open.path;
  answerPath = answerLink(open, 'a').replace(url, '');
  unsubscribePath = unsubscribeLink(open).replace(url, '');
  ownPath = ownPageLink(open).replace(url, '');
  // The pace as it is: a change done, and nothing changed for the tests that come after.
  await page.goto(`${url}${answerPath.split('?')[0]}/preferences`);
  await page.getByRole('button', { name: 'Keep this pace' }).click();
  await page.getByRole('status').waitFor();
  keptPath = page.url().replace(url, '');
  await page.goto(`${url}/desk/safeguards`);
  safeguardPath = (await page.locator('tbody th a').first().getAttribute('href')) ?? '';
  await page.goto(`${url}/desk/items`);
  itemPath = (await page.getByRole('link', { name: 'Traction motor magnets' }).getAttribute('href')) ?? '';
  askedPath = await keptPathInDemo(inject('demoBackup'), 'carla.mendes@kazehaya.example');
  nothingAskedPath = await keptPathInDemo(inject('demoBackup'), 'priscilla.nunez@kazehaya.example');
  await own.close();
});

afterAll(async () => {
  await browser.close();
});

const daysAhead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const pages: [string, () => string][] = [
  ['inbox', () => '/inbox'],
  ['a mail in the inbox', () => mailPath],
  ['the mail itself', () => `${mailPath}/body`],
  ['question', () => answerPath],
  ['answer', () => answeredPath],
  ['preferences', () => `${answerPath.split('?')[0]}/preferences`],
  ['somebody else’s question', () => `${answerPath.split('?')[0]}/guest`],
  ['preferences after a change', () => keptPath],
  ['unsubscribe', () => unsubscribePath],
  ['what is kept of a reader', () => ownPath],
  ['whether to erase it', () => `${ownPath}/erase`],
  ['what is kept of everybody', () => '/privacy'],
  ['the form of a near miss', () => '/report'],
  ['what became of a near miss', () => '/report/status'],
  ['a link that opens nothing', () => '/n/rubbish'],
  ['a link to the desk that was asked for elsewhere', () => usableLink.replace(url, '')],
  ['today', () => '/desk'],
  ['items of the house', () => '/desk/items'],
  ['one item', () => itemPath],
  ['stress tests', () => '/desk/stress-tests'],
  ['a stress test under way', () => '/desk/stress-tests/demo-infusions?step=mitigate'],
  ['what of it goes to the board', () => '/desk/stress-tests/demo-infusions?step=board'],
  ['a finished stress test', () => '/desk/stress-tests/demo-magnets/report'],
  ['memory', () => '/desk/memory'],
  ['memory by site', () => '/desk/memory?order=losing&grouping=site'],
  ['the board brief', () => '/desk/brief'],
  ['what is typed for the brief', () => '/desk/brief/write'],
  ['thresholds of the brief', () => '/desk/brief/thresholds'],
  ['settings', () => '/desk/settings'],
  ['where a trainer is signed in', () => '/desk/sessions'],
  ['people', () => '/desk/people'],
  ['people narrowed down', () => '/desk/people?state=all&sort=team&role=buyer'],
  ['nobody found', () => '/desk/people?find=nobody'],
  ['a person', () => '/desk/people/1'],
  ['a person to add', () => '/desk/people/new'],
  ['whether to erase a person', () => '/desk/people/1/erase'],
  ['teams', () => '/desk/teams'],
  ['a team to change', () => '/desk/teams/1/edit'],
  ['whether to end a team', () => '/desk/teams/1/end'],
  ['whether to merge two teams', () => '/desk/teams/1/merge?into=2'],
  ['team', () => '/desk/teams/1'],
  ['calendar', () => '/desk/teams/1/calendar'],
  ['exposure', () => '/desk/teams/1/exposure'],
  ['next plan', () => '/desk/plan'],
  ['results', () => '/desk/results'],
  ['results of a team', () => '/desk/results?team=1&period=all'],
  ['who looked', () => '/desk/access'],
  ['import of people', () => '/desk/people/import'],
  ['mails', () => '/desk/mails'],
  ['a preview', () => '/desk/mails/preview?person=1&lesson=second-source-must-scale&kind=case'],
  ['pieces of the house', () => '/desk/write'],
  ['exchange with others', () => '/desk/write/shared'],
  ['reported near misses', () => '/desk/reports'],
  ['a reported near miss', () => '/desk/reports/1'],
  ['roles', () => '/desk/settings/roles'],
  ['safeguards', () => '/desk/safeguards'],
  ['safeguards of which the owner is missing', () => '/desk/safeguards?which=missing'],
  ['a safeguard to enter', () => '/desk/safeguards/new'],
  ['a safeguard', () => safeguardPath],
  ['a safeguard to change', () => `${safeguardPath}/edit`],
  ['whether to let a safeguard go', () => `${safeguardPath}/retire`],
  ['why we do this', () => whyPath()],
  ['its label', () => `${whyPath()}/print?size=a6`],
  ['its sheet', () => `${whyPath()}/print?size=a4`],
  ['whether something is still kept', () => askedPath],
  ['what of one’s own is said to be kept no more', () => nothingAskedPath],
  ['a link to what is kept that opens nothing', () => '/kept/rubbish'],
  ['why we did what nobody entered', () => '/why/zzzzzzzzzzzz'],
  ['the code of the house', () => '/desk/code'],
  ['a principle to speak of', () => `/desk/code/6?organisation=kazehaya&year=${new Date().getUTCFullYear()}`],
  ['the code as anybody reads it', () => '/code/kazehaya'],
  ['the same in Japanese', () => '/ja/code/kazehaya'],
  ['a code that nobody switched on', () => '/code/nobody'],
  ['support taken', () => '/desk/support'],
  ['suppliers', () => '/desk/suppliers'],
  ['signals', () => '/desk/signals'],
  ['whom a signal reaches', () => `/desk/signals?about=country:CN&team=all&note=News&until=${daysAhead(14)}`],
  ['a signal with faults', () => '/desk/signals?about=country:XX&team=99&note=&until=soon'],
  ['a module that does not fit', () => `/desk/assign?team=1&module=first-72-hours&due=${daysAhead(5)}`],
  ['assignment', () => `/desk/assign?team=1&module=first-72-hours&due=${daysAhead(40)}`],
  ['assignments', () => '/desk/assignments'],
  ['what came of an assignment', () => '/desk/assignments/1'],
  ['which lessons it has', () => '/desk/assignments/1/lessons'],
  ['whether to withdraw it', () => '/desk/assignments/1/withdraw'],
];

/** The way into the desk, with a part of each page that its other states do not have. */
const waysIn: [string, () => string, string][] = [
  ['sign-in', () => `${url}/desk/sign-in`, 'input[name="email"]'],
  ['sign-in when the link is on its way', () => `${url}/desk/sign-in?sent`, 'a[href="/desk/sign-in"]:not(.button)'],
  ['a link to the desk', () => usableLink, 'form button'],
  ['a used link to the desk', () => usedLink, 'a.button[href="/desk/sign-in"]'],
];

/** Pages that scripts go on filling once they are loaded. */
const filledByScripts = new Set(['assignment', 'a module that does not fit']);

describe('in either theme', () => {
  it.each(waysIn)('%s has no violation', async (_, link, part) => {
    await stranger.lookAt(link(), 'loaded', async (page) => {
      expect(await page.locator(`main ${part}`).count()).toBe(1);
      expect(await violationsOn(page)).toEqual([]);
    });
  });

  it.each(pages)('%s has no violation', async (name, path) => {
    await trainer.lookAt(`${url}${path()}`, filledByScripts.has(name) ? 'settled' : 'loaded', async (page) => {
      expect(await violationsOn(page, name === 'the mail itself' ? rulesOfWholePages : [])).toEqual([]);
    });
  });
});

/** Last of all: it takes somebody's mail away, and gives it back. */
describe('unsubscribed', () => {
  it('has no violation in either theme', async () => {
    const page = await browser.newPage();
    await page.goto(`${url}${unsubscribePath}`);
    await page.getByRole('button', { name: 'Unsubscribe' }).click();
    try {
      await stranger.lookAt(`${url}${unsubscribePath}`, 'settled', async (shown) => {
        expect(await shown.getByRole('heading', { level: 1 }).textContent()).toBe('You are unsubscribed');
        expect(await violationsOn(shown)).toEqual([]);
      });
    } finally {
      await page.goto(`${url}${unsubscribePath}`);
      await page.getByRole('button', { name: /Undo/ }).click();
      await page.getByRole('heading', { name: /Stop all mail to/ }).waitFor();
      await page.close();
    }
  });
});
