import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownPageToken } from '#server/answers/own-page-token.ts';
import { aRunningApp, type RunningApp } from '#testing/a-running-app.ts';
import { aSentNudge } from '#testing/a-sent-nudge.ts';
import { aTeamInStore, emailOf, personRowOf } from '#testing/a-team-in-database.ts';

const now = Date.parse('2026-11-24T08:00:00Z');

let open: RunningApp;
let site: string;
let own: string;

beforeAll(async () => {
  open = await aRunningApp(() => now, {
    CONTROLLER: 'Kazehaya <Motors> KK, Nagoya',
    PRIVACY_CONTACT: 'dpo@kazehaya.example',
    KEEP_ANSWERS_MONTHS: '18',
  });
  const { db } = open.app.store;
  await aTeamInStore(db, ['Mei', 'Jan'], now);
  await aSentNudge(db, 'Mei', now);
  site = `http://localhost:${open.port}`;
  own = `${site}/me/${ownPageToken(open.app.answers.keys, await personRowOf(db, 'Mei'), now)}`;
});

afterAll(() => open.close());

const post = (origin: string, fields: Record<string, string>) =>
  fetch(`${own}/erase`, { method: 'POST', body: new URLSearchParams(fields), headers: { Origin: origin } });

const people = async () => {
  const rows = await open.app.store.db.selectFrom('person').select('name').orderBy('name').execute();
  return rows.map(({ name }) => name);
};

test('the page on what is kept says who is responsible and how long, in each language, as the settings have it', async () => {
  const english = await (await fetch(`${site}/privacy`)).text();
  expect(english).toContain('Kazehaya &lt;Motors&gt; KK, Nagoya');
  expect(english).toContain('dpo@kazehaya.example');
  expect(english).toContain('18 months; then only what it says of your memory is left');
  const japanese = await (await fetch(`${site}/ja/privacy`)).text();
  expect(japanese).toMatch(/<html lang="ja"/);
  expect(japanese).toContain('18か月。その後は記憶の推定だけが残ります');
});

test('a reader sees what is kept, saves it as a file, and nothing is kept of the page by anybody in between', async () => {
  const page = await fetch(own);
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(await page.text()).toContain(emailOf('Mei'));
  const file = await fetch(`${own}/data.json`);
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="nodomoto.json"');
  expect(await file.json()).toMatchObject({
    address: emailOf('Mei'),
    tables: { person: [{ name: 'Mei' }], nudge: [{}] },
  });
  expect((await fetch(`${own}x`)).status).toBe(404);
});

test('looking erases nobody, nor does another site, nor a form that does not say so', async () => {
  expect((await fetch(`${own}/erase`)).status).toBe(200);
  expect((await post('https://elsewhere.example', { act: 'erase' })).status).toBe(403);
  expect((await post(site, {})).status).toBe(200);
  expect(await people()).toEqual(['Jan', 'Mei']);
});

test('confirming erases the reader at once, shows the certificate, and leaves no address in the log', async () => {
  const certificate = await (await post(site, { act: 'erase' })).text();
  expect(certificate).toContain('Certificate of erasure');
  expect(certificate).toContain('1 question that was mailed');
  expect(certificate).not.toContain(emailOf('Mei'));
  expect(await people()).toEqual(['Jan']);
  expect((await fetch(own)).status, 'the link opens nothing any more').toBe(410);
  await open.app.keepTidy();
  expect(open.logged.lines()).toContainEqual(expect.objectContaining({ event: 'person-erased', by: 'reader' }));
  expect(open.logged.lines()).toContainEqual(expect.objectContaining({ event: 'files-scrubbed', scrubbed: 'done' }));
  expect(open.logged.text()).not.toMatch(/mei@|kazehaya/i);
});
