import type { ParsedMail } from 'mailparser';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { comparisonId, stepId } from '#catalogue/asked.ts';
import { findLesson } from '#catalogue/catalogue.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import type { NudgeKind } from '#core/planning/nudge-kinds.ts';
import { importCsv } from '#server/people/import-csv.ts';
import { aMailedNudge, answerLinks } from '#testing/a-mailed-nudge.ts';
import { aRunningApp, type RunningApp } from '#testing/a-running-app.ts';
import { violationsOn } from '#testing/violations-on.ts';
import { openBrowser } from '../../scripts/build/find-browser.ts';

const people = `team,name,email,role,zone,sector,language
Brakes,Ada Kon,ada@works.example,buyer,Asia/Tokyo,motor,en
Brakes,渡辺健二,kenji@works.example,buyer,Asia/Tokyo,motor,ja`;

const lessonId = 'stock-to-recovery';
const toldInJapanese = 'aisin-fire-1997';

let now = Date.parse('2026-11-24T00:00:00Z');
let open: RunningApp;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  open = await aRunningApp(() => now);
  const { store, catalogue } = open.app;
  const input = { text: people, vocabulary: catalogue.vocabulary, now, dryRun: false, prune: false };
  const outcome = await importCsv(store.db, input);
  expect(outcome.ok).toBe(true);
  // Each test has a day of its own, so some of them fall on a weekend.
  await store.db.updateTable('team').set({ work_week: 'mon-sun' }).execute();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await open.close();
});

beforeEach(async () => {
  now += dayMs;
  page = await browser.newPage({ javaScriptEnabled: false });
  return () => page.close();
});

function askedId(kind: NudgeKind): string {
  const lesson = findLesson(open.app.catalogue, lessonId);
  const [comparison] = lesson.comparisons;
  if (kind === 'compare' && comparison) return comparisonId(lessonId, comparison);
  return kind === 'case' || kind === 'recall'
    ? (lesson.questionIds.find((id) => id.startsWith(`${toldInJapanese}/`)) ?? '')
    : stepId(lessonId, lesson.steps[0] ?? { roles: ['buyer'] });
}

const mailed = (kind: NudgeKind, email = 'ada@works.example') =>
  aMailedNudge(open, { email, kind, askedId: askedId(kind), day: new Date(now).toISOString().slice(0, 10), now });

/** Every row that an answer or a reading could have changed. */
async function written(): Promise<unknown> {
  const { db } = open.app.store;
  return [
    await db.selectFrom('answer').selectAll().execute(),
    await db.selectFrom('reading').selectAll().execute(),
    await db.selectFrom('memory').selectAll().execute(),
    await db.selectFrom('calibration').selectAll().execute(),
    await db.selectFrom('nudge').selectAll().execute(),
  ];
}

async function newestAnswer() {
  return open.app.store.db
    .selectFrom('answer')
    .select(['choice', 'right', 'sureness'])
    .orderBy('id', 'desc')
    .executeTakeFirst();
}

const linkTo = (mail: ParsedMail, ending = '') => answerLinks(mail).find((link) => link.endsWith(ending)) ?? '';

describe.each(['case', 'recall', 'compare', 'apply', 'did-you'] as const)('a mail of the kind %s', (kind) => {
  it('changes nothing when a scanner opens its links, with GET or HEAD', async () => {
    const mail = await mailed(kind);
    const before = await written();
    const links = answerLinks(mail);
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      for (const address of [link, `${link.split('?')[0]}?change`, `${link.split('?')[0]}?act=read`]) {
        expect((await fetch(address, { method: 'HEAD' })).status).toBe(200);
        expect((await fetch(address)).status).toBe(200);
      }
    }
    expect(await written()).toEqual(before);
  });

  it('refuses an answer that its page does not offer, and says which there are', async () => {
    const [link = ''] = answerLinks(await mailed(kind));
    const before = await written();
    const reply = await fetch(link, {
      method: 'POST',
      body: new URLSearchParams({ choice: 'z', sureness: 'sure' }),
      headers: { Origin: `http://localhost:${open.port}` },
    });
    expect(reply.status).toBe(422);
    expect(await reply.text()).toMatch(/Choose one of (the three|those below)/);
    expect(await written()).toEqual(before);
  });
});

describe('a comparison', () => {
  it('is thought about first, then shown with its rule, then answered, without JavaScript', async () => {
    const lesson = findLesson(open.app.catalogue, lessonId);
    await page.goto(linkTo(await mailed('compare')));
    const rule = page.getByText(lesson.rule);
    expect(await rule.isVisible()).toBe(false);
    await page.getByLabel(/Write down what they share/).fill('Both had hours of it.');
    await page.getByText('Show what they share').click();
    expect(await rule.isVisible()).toBe(true);
    const sent = page.waitForRequest((request) => request.method() === 'POST');
    await page.getByRole('button', { name: 'In part' }).click();
    expect((await sent).postData()).toBe('choice=partly');
    expect(await newestAnswer()).toEqual({ choice: 'partly', right: 1, sureness: 'guess' });
    expect(await page.getByText('You had a part of it.').count()).toBe(1);
    expect(await page.getByText('You are likely to meet this lesson again').count()).toBe(1);
    await page.getByRole('link', { name: 'Change my answer' }).click();
    await page.getByRole('button', { name: 'I had it' }).click();
    expect(await newestAnswer()).toMatchObject({ choice: 'saw' });
  });
});

describe('a step', () => {
  it('is promised from the mail with the tapped answer chosen, and its page says when it will be asked about', async () => {
    await page.goto(linkTo(await mailed('apply'), 'c=will'));
    expect(await page.getByLabel('I will').isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Confirm my answer' }).click();
    expect(await newestAnswer()).toMatchObject({ choice: 'will', right: 0 });
    expect(await page.getByText('We ask in about a week, once.').count()).toBe(1);
    expect(await page.getByText('You are likely to meet this lesson again').count()).toBe(0);
  });

  it('that does not fit brings no blame, and another way in', async () => {
    await page.goto(linkTo(await mailed('did-you'), 'c=cannot'));
    await page.getByRole('button', { name: 'Confirm my answer' }).click();
    expect(await page.getByRole('heading', { name: 'Good to know' }).count()).toBe(1);
    expect(await page.locator('.other .action').count()).toBe(1);
  });

  it('that is done is thanked for', async () => {
    await page.goto(linkTo(await mailed('did-you'), 'c=done'));
    await page.getByRole('button', { name: 'Confirm my answer' }).click();
    expect(await newestAnswer()).toMatchObject({ choice: 'done' });
    expect(await page.getByRole('heading', { name: 'Thank you' }).count()).toBe(1);
  });
});

describe('a case', () => {
  it('can be read and left for later: that is noted once, and the question stays open', async () => {
    await page.goto(linkTo(await mailed('case')));
    await page.getByRole('button', { name: 'I read it, but cannot answer now' }).click();
    expect(await page.getByRole('status').textContent()).toContain('Noted: you read it.');
    const { db } = open.app.store;
    expect(await db.selectFrom('reading').select('read_at').execute()).toEqual([{ read_at: now }]);
    expect(await page.getByRole('button', { name: 'Confirm my answer' }).count()).toBe(1);
    now += 8 * dayMs;
    await page.reload();
    expect(await page.getByText('That you had read it counted a little.').count()).toBe(1);
  });
});

/** Each page of an answer, and what brings it from being asked to being answered. */
const pages = [
  ['case', '', null],
  ['compare', '', '見つけた'],
  ['apply', 'c=will', '回答で確定'],
  ['apply', 'c=cannot', '回答で確定'],
  ['did-you', 'c=done', '回答で確定'],
] as const;

describe.each(['light', 'dark'] as const)('in Japanese and the %s theme', (colorScheme) => {
  it.each(pages)('%s %s has no violation, asked and answered', async (kind, ending, act) => {
    const mail = await mailed(kind, 'kenji@works.example');
    expect(mail.text).not.toMatch(/Why you|Unsubscribe|Read a case/);
    const shown = await browser.newPage({ colorScheme, bypassCSP: true });
    await shown.goto(linkTo(mail, ending));
    expect(await shown.locator('html').getAttribute('lang')).toBe('ja');
    expect(await violationsOn(shown)).toEqual([]);
    const fold = shown.locator('details.reveal summary');
    if ((await fold.count()) > 0) {
      await fold.click();
      expect(await violationsOn(shown)).toEqual([]);
    }
    if (act) {
      await shown.getByRole('button', { name: act }).first().click();
      await shown.getByRole('link', { name: '回答を変更する' }).waitFor();
      expect(await violationsOn(shown)).toEqual([]);
    }
    await shown.close();
  });
});
