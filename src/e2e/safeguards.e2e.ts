import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '#server/database/open-database.ts';
import { importCsv } from '#server/people/import-csv.ts';
import { keptToken } from '#server/safeguards/open-kept.ts';
import { readSafeguardCounts } from '#server/safeguards/safeguard-counts.ts';
import { aFolder } from '#testing/a-database.ts';
import { aRunningApp, type RunningApp } from '#testing/a-running-app.ts';
import { runScript } from '#testing/running-product.ts';
import { type Ask, signInOverHttp } from '#testing/sign-in-over-http.ts';
import { openBrowser } from '../../scripts/build/find-browser.ts';
import { pagesOf } from '../../scripts/build/pdf-pages.ts';

/** A Tuesday, after its mail. */
const now = Date.parse('2026-11-24T12:00:00Z');
const hana = 'hana@works.example';
const quarter = [Date.UTC(2026, 9, 1), Date.UTC(2027, 0, 1)] as const;

let open: RunningApp;
let browser: Browser;
let url = '';
let id = '';
let ask: Ask;

beforeAll(async () => {
  open = await aRunningApp(() => now, { TRAINERS: hana });
  url = `http://localhost:${open.port}`;
  const text = 'team,name,email,role,zone\nPumps,Olga Brandt,olga@works.example,buyer,Etc/UTC';
  const { vocabulary } = open.app.catalogue;
  await importCsv(open.app.store.db, { text, vocabulary, now, dryRun: false, prune: false });
  const { id: team } = await open.app.store.db.selectFrom('team').select('id').executeTakeFirstOrThrow();
  ({ ask } = await signInOverHttp(url, open.received, hana));
  const entered = await ask('/desk/safeguards/new', {
    ...{ team: String(team), title: 'Drawings of the valves lie with a second workshop', owner: 'olga@works.example' },
    ...{ since: '1998-06-01', case: 'aisin-fire-1997', reason: 'One plant made nearly all, and burned.' },
  });
  id = /safeguards\/(\w+)\?/.exec(entered.headers.get('location') ?? '')?.[1] ?? '';
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await open.close();
});

it('a phone beside the machine is told why, without a sign-in, and nobody’s name', async () => {
  const reply = await fetch(`${url}/why/${id}`);
  const page = await reply.text();
  expect(reply.status).toBe(200);
  expect(page).toMatch(/Why do we do this\?[\s\S]*second workshop[\s\S]*One plant made nearly all[\s\S]*What it cost/);
  expect(page).not.toMatch(/Olga|Brandt|Pumps|hana@|olga@/);
  expect(page).toContain('noindex');
  expect((await fetch(`${url}/why/zzzzzzzzzzzz`)).status).toBe(404);
});

it.each(['a6', 'a5', 'a4'])('its print on %s is one page, with the address as real text', async (size) => {
  const page = await browser.newPage();
  await page.goto(`${url}/why/${id}/print?size=${size}`);
  expect(await page.locator('.qr').getAttribute('data-address')).toBe(`${open.app.settings.siteUrl}/why/${id}`);
  expect(await page.locator('.address').textContent()).toContain(`/why/${id}`);
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
  await page.close();
});

it('the yearly link shows what its reader sees to, and only a posted answer changes anything', async () => {
  const { db } = open.app.store;
  const year = 360 * 86_400_000;
  await db
    .updateTable('safeguard_event')
    .set({ at: now - year, day: '2025-11-29' })
    .execute();
  const person = await db.selectFrom('person').select(['id', 'key']).executeTakeFirstOrThrow();
  const path = `${url}/kept/${keptToken(open.app.answers.keys, person, now)}`;
  const events = async () => (await db.selectFrom('safeguard_event').select('act').execute()).length;
  expect(await (await fetch(path)).text()).toMatch(/second workshop[\s\S]*Yes, still kept/);
  expect(await events()).toBe(1);
  const body = new URLSearchParams({ id, answer: 'kept' });
  const posted = await fetch(path, { method: 'POST', body, headers: { Origin: url }, redirect: 'manual' });
  expect(posted.status).toBe(303);
  expect(await events()).toBe(2);
});

it('retiring shows the case and its cost, is refused before the reason was read, and then the brief counts one more', async () => {
  const { db } = open.app.store;
  const path = `/desk/safeguards/${id}/retire`;
  expect(await (await ask(path)).text()).toMatch(/What happened[\s\S]*What it cost[\s\S]*I have read why/);
  const why = 'A second plant of the maker makes them since spring.';
  const unread = await ask(path, { why });
  expect(unread.status).toBe(422);
  expect(await unread.text()).toContain(why);
  expect((await readSafeguardCounts(db, ...quarter)).dropped).toEqual([]);
  expect((await ask(path, { read: 'yes', why })).headers.get('location')).toBe(`/desk/safeguards/${id}?done=retired`);
  expect((await readSafeguardCounts(db, ...quarter)).dropped).toMatchObject([{ reasonRead: true }]);
  expect(await (await fetch(`${url}/why/${id}`)).text()).toMatch(/Dropped on[\s\S]*A second plant of the maker/);
});

it('an operator prints the register and takes it in again, by command', async () => {
  const folder = aFolder();
  const store = await openDatabase({ dataDir: folder, databaseUrl: null });
  const text = 'team,name,email,role,zone\nPumps,Olga Brandt,olga@works.example,buyer,Etc/UTC';
  const { vocabulary } = open.app.catalogue;
  await importCsv(store.db, { text, vocabulary, now, dryRun: false, prune: false });
  await store.close();
  const register = join(folder, 'register.csv');
  const address = { SITE_URL: 'https://learn.works.example', SMTP_URL: 'smtp://localhost:1' };
  const settings = { DATA_DIR: folder, SECRET: 'a secret of the tests, longer than 32 letters', ...address };
  const safeguards = (...args: string[]) => runScript('scripts/nudge.ts', ['safeguards', ...args], settings);
  expect(await safeguards()).toMatchObject({ code: 0, stdout: 'No safeguard is entered yet.\n', stderr: '' });
  writeFileSync(
    register,
    'team,safeguard,owner,since,case,reason,last_checked,status,retired_because\n' +
      'Pumps,Drawings at a second workshop,olga@works.example,1998-06-01,aisin-fire-1997,One plant burned.,2026-06-01,kept,\n',
  );
  expect((await safeguards('import', register)).stdout).toContain('1 new');
  const { stdout } = await safeguards('export');
  expect(stdout).toMatch(/Drawings at a second workshop.*aisin-fire-1997/);
  writeFileSync(register, stdout);
  expect((await safeguards('import', register)).stdout).toContain('1 known already');
});
