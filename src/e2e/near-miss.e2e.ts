import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sections } from '#catalogue/pieces/form.ts';
import { planDueTeams } from '#server/nudges/plan-nudges.ts';
import { importCsv } from '#server/people/import-csv.ts';
import { answerLinks } from '#testing/a-mailed-nudge.ts';
import { aReportedMiss, aStrip } from '#testing/a-reported-miss.ts';
import { aRunningApp, type RunningApp } from '#testing/a-running-app.ts';
import { type SignedIn, signInOverHttp } from '#testing/sign-in-over-http.ts';
import { filesHolding } from '#testing/traces-in-files.ts';
import { openBrowser } from '../../scripts/build/find-browser.ts';
import { caseInFiles } from '../../scripts/demo/near-misses.ts';

/** A Tuesday; the clock goes on when mornings are played. */
let now = Date.parse('2026-11-24T12:00:00Z');
const hana = 'hana@works.example';
const rita = 'rita@works.example';

let open: RunningApp;
let url: string;
let browser: Browser;
let page: Page;
let editor: SignedIn;
let reader: SignedIn;
let receipt = '';

beforeAll(async () => {
  open = await aRunningApp(() => now, { TRAINERS: `${hana},${rita}` });
  url = `http://localhost:${open.port}`;
  editor = await signInOverHttp(url, open.received, hana);
  reader = await signInOverHttp(url, open.received, rita);
  browser = await openBrowser();
  // Without scripts, on a phone.
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 780 } });
  page = await context.newPage();
});

afterAll(async () => {
  await browser.close();
  await open.close();
});

async function fill(fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`[name="${name}"]`);
    const kind = await field.first().evaluate((element) => element.tagName);
    if (kind === 'SELECT') await field.selectOption(value);
    else if (name === 'label') await page.locator(`[name="label"][value="${value}"]`).check();
    else await field.fill(value);
  }
}

const send = () => page.getByRole('button', { name: 'Look it over and send' }).click();

it('refuses a price with the reason, shows a possible name and an exact date, and loses nothing that was typed', async () => {
  await page.goto(`${url}/report`);
  const changed = 'We pay $4.50 for it since 11 March 2026, and asked Shirakaba.';
  await fill({ ...aReportedMiss, ...aStrip, nearly: '', changed });
  await send();
  const text = await page.locator('main').textContent();
  expect(text).toContain('“$4.50” tells a price or a cost.');
  expect(text).toContain('“11 March 2026”: a day or an hour.');
  expect(text).toContain('“Shirakaba”: perhaps a name.');
  expect(text).toContain('This is needed.');
  expect(await page.locator('[name="changed"]').inputValue()).toBe(changed);
  expect(await page.locator('[name="happened"]').inputValue()).toBe(aReportedMiss['happened']);
  expect(await page.locator('html').evaluate((root) => root.scrollWidth)).toBeLessThanOrEqual(360);
});

it('takes the softened report, tells its receipt number once, and opens its steps by it', async () => {
  await fill({ nearly: aReportedMiss['nearly'] ?? '', changed: 'We asked Shirakaba.' });
  await page.getByLabel('Keep “Shirakaba”').check();
  await send();
  receipt = (await page.locator('.number strong').textContent())?.trim() ?? '';
  expect(receipt).toMatch(/^NM(?:-[0-9A-Z]{4}){4}$/);
  await page.getByRole('link', { name: 'See what became of it' }).click();
  await page.getByLabel('Receipt number').fill(`${receipt.slice(0, -1)}${receipt.endsWith('0') ? '1' : '0'}`);
  await page.getByRole('button', { name: 'Look it up' }).click();
  await expect.poll(() => page.locator('main').textContent()).toContain('No report opens with this number.');
  await page.getByLabel('Receipt number').fill(receipt.toLowerCase());
  await page.getByRole('button', { name: 'Look it up' }).click();
  expect(await page.locator('main').textContent()).toContain('Who you are laid apart and encrypted');
});

/** What a report does not say of a case is its editor’s to write, a part of the form at a time. */
async function writeTheRest(): Promise<void> {
  for (const { id } of sections.case) {
    const version = await draftVersion();
    const part = await editor.ask(`/desk/write/near-miss-1/${id}`, { ...caseInFiles(), version });
    expect(part.status, id).toBe(303);
  }
}

const draftVersion = async () =>
  /name="version" value="(\d+)"/.exec(await (await editor.ask('/desk/write/near-miss-1/story')).text())?.[1] ?? '';

async function publish(): Promise<string> {
  const asked = { act: 'publish', version: await draftVersion() };
  return (await editor.ask('/desk/write/near-miss-1', asked)).headers.get('location') ?? '';
}

it('goes through the desk to a case that its reporter has to agree to, and what told of her is gone when it is closed', async () => {
  const told = await (await editor.ask('/desk/reports/1')).text();
  expect(told).toContain('Shirakaba');
  expect(told).not.toContain(aStrip.contact);
  expect(await (await editor.ask('/desk/reports/1', { act: 'strip' })).text()).toContain(aStrip.contact);
  const words = {
    title: 'A ring nobody else made',
    happened: aReportedMiss['happened'] ?? '',
    nearly: aReportedMiss['nearly'] ?? '',
  };
  expect((await editor.ask('/desk/reports/1', { act: 'words', ...words })).status).toBe(303);
  expect((await editor.ask('/desk/reports/1', { act: 'draft' })).status).toBe(303);
  expect(await (await editor.ask('/desk/write/near-miss-1')).text()).toContain('Made from report 1');
  await writeTheRest();
  const { version } = await open.app.store.db.selectFrom('near_miss').select('version').executeTakeFirstOrThrow();
  const tried = { act: 'read', version: String(version), outcome: 'could-not', how: 'Searched for ten minutes.' };
  expect((await editor.ask('/desk/reports/1', tried)).status, 'her own words').toBe(422);
  expect((await reader.ask('/desk/reports/1', tried)).status).toBe(303);
  expect(await publish(), 'nobody agreed yet').not.toContain('done=published');
  await page.goto(`${url}/report/status`);
  await page.getByLabel('Receipt number').fill(receipt);
  await page.getByRole('button', { name: 'Look it up' }).click();
  await page.getByLabel('I set the label to TLP:CLEAR').check();
  await page.getByRole('button', { name: 'I agree to these words' }).click();
  expect(await page.locator('main').textContent()).toContain('Your yes is written down');
  expect(await publish()).toContain('done=published');
  await editor.ask('/desk/reports/1', { act: 'tell', said: 'It became a case that teams are asked about.' });
  await open.app.sendDue();
  expect((await editor.ask('/desk/reports/1', { act: 'close' })).headers.get('location')).toContain('done=closed');
  expect(await (await editor.ask('/desk/reports/1')).text()).toContain('It is published as a case of the house.');
  await open.app.keepTidy();
  const traces = Object.values(aStrip);
  const { dataDir } = open.app.settings;
  // Byte by byte: free pages of the store, files beside it, and a backup that is made afterwards.
  await open.app.store.backup(join(dataDir, 'later.sqlite'));
  expect(filesHolding(dataDir, traces)).toEqual([]);
  // The log of everything that was asked above, a line for each request, at its widest.
  const asked = open.logged.lines().filter(({ event }) => event === 'request');
  expect(asked.map(({ route }) => route)).toContain('/desk/reports/[id]');
  for (const trace of [...traces, receipt]) expect(open.logged.text()).not.toContain(trace);
});

it('goes out as a question like that of any other case, in the words that were agreed to and no others', async () => {
  const { app, received } = open;
  const people =
    'team,name,email,role,zone\nPumps,Ada,ada@works.example,buyer,Etc/UTC\nPumps,Ben,ben@works.example,planner,Etc/UTC';
  const exposure = 'team,item,input,origin,share\nPumps,Valves with a rubber seat,brake-valves,JP,90%';
  for (const text of [people, exposure]) {
    const { vocabulary } = app.catalogue;
    expect(await importCsv(app.store.db, { text, vocabulary, now, dryRun: false, prune: false })).toMatchObject({
      ok: true,
    });
  }
  const arrived = () => received.find(({ text }) => text?.includes('What do you do before you go home?'));
  // Every case has its turn: the planner takes what is worth most each morning, and a near miss waits as others do.
  for (let day = 0; day < 90 && !arrived(); day += 1) {
    now = Date.parse('2026-11-25T08:00:00Z') + day * 86_400_000;
    await planDueTeams(app.planner, now);
    now += 31 * 60_000;
    await app.sendDue();
  }
  const mail = arrived();
  expect(mail?.subject).toContain('boxes in the yard');
  const typed = caseInFiles();
  for (const place of [1, 2, 3, 4]) expect(flat(mail?.text)).toContain(typed[`questions[1].choices[${place}].text`]);
  expect(flat(mail?.text)).toContain('somebody who was there');
  for (const text of [mail?.text, mail?.html, mail?.subject])
    for (const said of Object.values(aStrip)) expect(String(text)).not.toContain(said);
  const link = new URL((mail && answerLinks(mail)[0]) ?? '').pathname;
  const whole = await (await fetch(`${url}${link}/case`)).text();
  expect(whole).toContain('Near miss');
  expect(whole).toContain('Reported in confidence');
});

/** Without the ends of lines, which a mail sets as it likes. */
const flat = (text: string | undefined) => (text ?? '').replaceAll(/\s+/g, ' ');
