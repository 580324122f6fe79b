import type { ParsedMail } from 'mailparser';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppContext } from '#server/app-context.ts';
import { importCsv } from '#server/people/import-csv.ts';
import { aMailedNudge, answerLinks } from '#testing/a-mailed-nudge.ts';
import { aPublishedCase } from '#testing/a-published-case.ts';
import { aRunningApp, type RunningApp } from '#testing/a-running-app.ts';
import { TwoThemes } from '#testing/two-themes.ts';
import { violationsOn } from '#testing/violations-on.ts';
import { openBrowser } from '../../scripts/build/find-browser.ts';

const now = Date.parse('2026-11-24T00:00:00Z');

const people = `team,name,email,role,zone,sector,language
Brakes,渡辺健二,kenji@works.example,buyer,Asia/Tokyo,motor,ja`;
const told = 'aisin-fire-1997/saturday-morning';

let open: RunningApp;
let app: AppContext;
let browser: Browser;
let received: ParsedMail[];

beforeAll(async () => {
  open = await aRunningApp(() => now);
  ({ app, received } = open);
  const { vocabulary } = app.catalogue;
  const outcome = await importCsv(app.store.db, { text: people, vocabulary, now, dryRun: false, prune: false });
  expect(outcome.ok).toBe(true);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await open.close();
});

const mailed = (askedId: string, day: string) =>
  aMailedNudge(open, { email: 'kenji@works.example', kind: 'case', askedId, day, now });

const answerLink = (mail: ParsedMail) => answerLinks(mail)[0]?.split('?')[0] ?? '';

describe('a Japanese reader', () => {
  it('gets the case in Japanese, with the reason and every word around it', async () => {
    const mail = await mailed(told, '2026-11-24');
    expect(mail.subject).toBe('ブレーキ用バルブは4時間分か、3日分か');
    expect(mail.text?.replace(/\n/g, '')).toContain(
      'お届けする理由：あなたのチームは「バルブ」（ブレーキ用バルブ）に頼っています。事例の人々もそうでした。',
    );
    expect(mail.text).toContain('/ja/cases/aisin-fire-1997/');
    expect(mail.text).not.toMatch(/Unsubscribe|Why you|Monday|Read the whole/);
    expect(String(mail.html)).toContain('lang="ja"');
    expect(String(mail.html).length).toBeLessThan(40_000);
  });

  it('answers on a Japanese page, which says in Japanese why right is right and when the next comes', async () => {
    const mail = received.at(-1);
    if (!mail) throw new Error('No mail arrived.');
    const page = await browser.newPage({ bypassCSP: true });
    await page.goto(`${answerLink(mail)}?choice=d`);
    expect(await page.locator('html').getAttribute('lang')).toBe('ja');
    expect(await violationsOn(page)).toEqual([]);
    await page.getByLabel('だいたい確か').check();
    await page.getByRole('button', { name: 'この回答で確定する' }).click();
    expect(await page.getByText('よい判断です').count()).toBe(1);
    expect(await page.getByText(/この教訓には、\d{4}年\d+月\d+日ごろ/).count()).toBe(1);
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('link', { name: '後で答える、休止、頻度' }).click();
    await page.getByRole('button', { name: 'この頻度にする' }).click();
    expect(await page.getByRole('status').textContent()).toBe('承りました。次のメールから新しい頻度になります。');
    expect(await violationsOn(page)).toEqual([]);
    await page.close();
  });

  it('gets a case nobody has translated in English, all of it, and answers it between Japanese words', async () => {
    await aPublishedCase(app.store.db, 'rugby-2018', 'hana@works.example', now);
    await app.refreshLibrary();
    const mail = await mailed('house-rugby-2018/the-way-back', '2026-11-25');
    expect(mail.text).toMatch(/Why you: [\s\S]*\sSo\sdid\sthey\.[\s\S]*Unsubscribe\n/);
    expect(String(mail.html)).toContain('lang="en"');
    const page = await browser.newPage();
    await page.goto(`${answerLink(mail)}?c=a`);
    expect(await page.locator('html').getAttribute('lang')).toBe('ja');
    expect(await page.locator('h1').getAttribute('lang')).toBe('en');
    expect(await page.getByRole('button', { name: 'この回答で確定する' }).count()).toBe(1);
    await page.close();
  });
});

const japanesePages = [
  '/ja/',
  '/ja/library/',
  '/ja/library/hazard/natural/',
  '/ja/cases/aisin-fire-1997/',
  '/ja/lessons/',
  '/ja/lessons/one-site-is-one-point/',
  '/ja/compare/cost-becomes-capability/rare-earths-2010--tohoku-renesas-2011/',
  '/ja/modules/',
  '/ja/about/',
  '/ja/nothing-here/',
  '/desk/sign-in',
];

describe('for a Japanese browser in either theme', () => {
  let themes: TwoThemes;

  beforeAll(async () => {
    themes = await TwoThemes.open(browser, { locale: 'ja-JP' });
  });

  it.each(japanesePages)('%s declares its language and has no violation', async (path) => {
    const wait = path === '/ja/library/' ? 'settled' : 'loaded';
    await themes.lookAt(app.settings.siteUrl + path, wait, async (page) => {
      expect(await page.locator('html').getAttribute('lang')).toBe('ja');
      expect(await page.locator('.tongues, .quiet-head').count()).toBe(1);
      expect(await violationsOn(page)).toEqual([]);
    });
  });
});

describe('a page and its translation', () => {
  const linksOf = async (path: string) => {
    const page = await browser.newPage();
    await page.goto(app.settings.siteUrl + path);
    const links = await page
      .locator('head link[rel="canonical"], head link[rel="alternate"][hreflang]')
      .evaluateAll((all) =>
        all.map(
          (link) =>
            `${link.getAttribute('hreflang') ?? 'canonical'} ${new URL(link.getAttribute('href') ?? '').pathname}`,
        ),
      );
    await page.close();
    return links;
  };

  it('name one another and the one for everybody else', async () => {
    const pair = ['en /cases/aisin-fire-1997/', 'ja /ja/cases/aisin-fire-1997/', 'x-default /cases/aisin-fire-1997/'];
    expect(await linksOf('/cases/aisin-fire-1997/')).toEqual(['canonical /cases/aisin-fire-1997/', ...pair]);
    expect(await linksOf('/ja/cases/aisin-fire-1997/')).toEqual(['canonical /ja/cases/aisin-fire-1997/', ...pair]);
  });

  it('are one press apart', async () => {
    const page = await browser.newPage();
    await page.goto(`${app.settings.siteUrl}/cases/aisin-fire-1997/`);
    await page.getByRole('link', { name: '日本語' }).click();
    expect(new URL(page.url()).pathname).toBe('/ja/cases/aisin-fire-1997/');
    await page.getByRole('link', { name: 'English' }).click();
    expect(new URL(page.url()).pathname).toBe('/cases/aisin-fire-1997/');
    await page.close();
  });
});
