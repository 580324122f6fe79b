import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { storeFileName } from '#server/database/sqlite-store.ts';
import { usualPatience } from '#server/database/usual-patience.ts';
import { importCsv } from '#server/people/import-csv.ts';
import { aMailedNudge, answerLinks } from '#testing/a-mailed-nudge.ts';
import { aRunningApp, type RunningApp } from '#testing/a-running-app.ts';
import { violationsOn } from '#testing/violations-on.ts';
import { openBrowser } from '../../scripts/build/find-browser.ts';

const now = Date.parse('2026-11-24T00:00:00Z');

const people = `team,name,email,role,zone,sector,language
Brakes,渡辺健二,kenji@works.example,buyer,Asia/Tokyo,motor,ja
Brakes,Mei,mei@works.example,buyer,Asia/Tokyo,motor,en`;
const askedId = 'aisin-fire-1997/saturday-morning';

let open: RunningApp;
let other: DatabaseSync;
let browser: Browser;

beforeAll(async () => {
  open = await aRunningApp(() => now, {}, { ...usualPatience, ms: 300 });
  const { store, settings, catalogue } = open.app;
  const { vocabulary } = catalogue;
  const outcome = await importCsv(store.db, { text: people, vocabulary, now, dryRun: false, prune: false });
  expect(outcome.ok).toBe(true);
  other = new DatabaseSync(join(settings.dataDir, storeFileName));
  browser = await openBrowser();
});

afterAll(async () => {
  if (other.isTransaction) other.exec('ROLLBACK');
  await browser.close();
  other.close();
  await open.close();
});

/** The address of the answer page of a nudge that was mailed. */
async function aLink(email: string, day: string): Promise<string> {
  const mail = await aMailedNudge(open, { email, kind: 'case', askedId, day, now });
  return answerLinks(mail)[0]?.split('?')[0] ?? '';
}

const answers = () => open.app.store.db.selectFrom('answer').select(['choice', 'sureness']).execute();

it('an answer that cannot be written while another program holds the store is kept in a page, and sent again from there without a script', async () => {
  const link = await aLink('kenji@works.example', '2026-11-24');
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(link);
  const third = page.locator('input[name="choice"]').nth(2);
  const choice = await third.getAttribute('value');
  await third.check();
  await page.check('input[name="sureness"][value="sure"]');
  other.exec('BEGIN IMMEDIATE');
  const sent = page.waitForResponse((reply) => reply.request().method() === 'POST');
  const health = fetch(`http://localhost:${open.port}/readyz`);
  await page.locator('form button').first().click();
  const reply = await sent;
  expect(reply.status()).toBe(503);
  expect(reply.headers()).toMatchObject({ 'retry-after': '5', 'cache-control': 'no-store' });
  expect((await health).status, 'health is answered meanwhile').toBe(200);
  expect(await page.locator('html').getAttribute('lang')).toBe('ja');
  expect(await page.locator('h1').textContent()).toBe('まだ保存されていません');
  expect(open.logged.lines()).toContainEqual(
    expect.objectContaining({ event: 'form-not-saved', method: 'POST', route: '/n/[token]' }),
  );
  other.exec('ROLLBACK');
  expect(await answers()).toEqual([]);
  await page.getByRole('button', { name: 'もう一度送信する' }).click();
  await page.waitForURL(link);
  expect(await answers()).toEqual([{ choice, sureness: 'sure' }]);
  await page.close();
});

it('the page of what was not saved is fit for everybody', async () => {
  const page = await browser.newPage({ bypassCSP: true });
  await page.goto(await aLink('mei@works.example', '2026-11-24'));
  await page.locator('input[name="choice"]').nth(2).check();
  await page.check('input[name="sureness"][value="sure"]');
  other.exec('BEGIN IMMEDIATE');
  await page.locator('form button').first().click();
  await page.getByRole('heading', { name: 'Not saved yet' }).waitFor();
  other.exec('ROLLBACK');
  expect(await violationsOn(page)).toEqual([]);
  await page.close();
});

it('whatever was typed comes back as it was typed, and as nothing but text', async () => {
  const typed = `"><script>alert('x')</script>&amp; 東京`;
  const link = await aLink('mei@works.example', '2026-11-25');
  other.exec('BEGIN IMMEDIATE');
  const reply = await fetch(`${link}/preferences`, {
    method: 'POST',
    headers: { origin: new URL(link).origin },
    body: new URLSearchParams({ act: 'pause', until: '2026-12-24', note: typed }),
  });
  other.exec('ROLLBACK');
  expect(reply.status).toBe(503);
  const page = await browser.newPage();
  await page.setContent(await reply.text());
  expect(await page.locator('script', { hasText: 'alert' }).count()).toBe(0);
  expect(await page.locator('input[name="note"]').inputValue()).toBe(typed);
  await page.close();
});

it('a full disk keeps what was typed as well', async () => {
  const { db } = open.app.store;
  const link = await aLink('mei@works.example', '2026-11-26');
  await sql`CREATE TABLE filler (x)`.execute(db);
  await sql`CREATE TRIGGER fill AFTER INSERT ON answer BEGIN INSERT INTO filler VALUES (zeroblob(100000)); END`.execute(
    db,
  );
  await sql`PRAGMA max_page_count = 1`.execute(db);
  const send = () =>
    fetch(link, {
      method: 'POST',
      headers: { origin: new URL(link).origin },
      body: new URLSearchParams({ choice: 'a', sureness: 'guess' }),
    });
  const reply = await send();
  expect(reply.status).toBe(503);
  expect(await reply.text()).toContain('Whoever looks after this site can see why.');
  await sql`PRAGMA max_page_count = 1000000`.execute(db);
  await sql`DROP TRIGGER fill`.execute(db);
  await send();
  expect(await answers()).toContainEqual({ choice: expect.any(String), sureness: 'guess' });
});

it('the address of that page itself holds nothing', async () => {
  expect((await fetch(`http://localhost:${open.port}/not-saved`)).status).toBe(404);
});
