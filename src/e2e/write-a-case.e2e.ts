import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signToken } from '#server/answers/token.ts';
import { newKey } from '#server/database/row-key.ts';
import { importCsv } from '#server/people/import-csv.ts';
import { readPiece } from '#server/pieces/piece-store.ts';
import { aMailedNudge, answerLinks } from '#testing/a-mailed-nudge.ts';
import { aRunningApp, type RunningApp } from '#testing/a-running-app.ts';
import { cookiesOf } from '#testing/cookies-of.ts';
import { type SignedIn, signInOverHttp } from '#testing/sign-in-over-http.ts';
import { openBrowser } from '../../scripts/build/find-browser.ts';

const now = Date.parse('2026-11-24T12:00:00Z');
const hana = 'hana@works.example';
const ed = 'ed@works.example';
const names = ['index.mdx', 'questions.yaml', 'mail.yaml', 'sources.yaml'];

let open: RunningApp;
let url: string;
let trainer: SignedIn;
let editor: SignedIn;

beforeAll(async () => {
  open = await aRunningApp(() => now, { TRAINERS: hana });
  url = `http://localhost:${open.port}`;
  const text =
    'team,name,email,role,zone\nBrakes,Ada,ada@works.example,logistics,Etc/UTC\nBrakes,Ben,ben@works.example,buyer,Etc/UTC';
  const { vocabulary } = open.app.catalogue;
  await importCsv(open.app.store.db, { text, vocabulary, now, dryRun: false, prune: false });
  trainer = await signInOverHttp(url, open.received, hana);
  await trainer.ask('/desk/settings/roles', { email: ed, role: 'editor', act: 'give' });
  editor = await signInOverHttp(url, open.received, ed);
});

afterAll(async () => {
  await open.close();
});

/** Sends files as a browser does. */
function bring(name: string, files: Readonly<Record<string, string>>, { cookie }: SignedIn): Promise<Response> {
  const form = new FormData();
  for (const [file, content] of Object.entries(files)) form.append('files', new File([content], file));
  form.append('name', name);
  form.append('act', 'bring');
  const headers = { Origin: url, Cookie: cookie };
  return fetch(`${url}/desk/write`, { method: 'POST', body: form, headers, redirect: 'manual' });
}

const kfc = () =>
  Object.fromEntries(names.map((name) => [name, readFileSync(join('content/cases/kfc-dhl-2018', name), 'utf8')]));

/** A nudge about a question of the house, as if it had been mailed, and the token of its link. */
async function aNudgeAbout(caseId: string, question: string, lesson: string): Promise<string> {
  const { db } = open.app.store;
  const { id: person } = await db.selectFrom('person').select('id').executeTakeFirstOrThrow();
  const message = {
    purpose: 'nudge',
    person_id: person,
    address: 'ada@works.example',
    state: 'accepted',
    due_at: now,
    expires_at: now + 86_400_000,
    created_at: now,
    key: newKey(),
  } as const;
  const { id: message_id } = await db.insertInto('message').values(message).returning('id').executeTakeFirstOrThrow();
  const asked = { kind: 'case', lesson_id: lesson, case_id: caseId, question_id: `${caseId}/${question}` } as const;
  const day = { local_date: '2026-11-24', day_taken: '2026-11-24', closes_at: now + 7 * 86_400_000 };
  const explanation = JSON.stringify({ reasons: [], teamMemory: 0, gain: 0.1, assignmentId: null });
  const { id } = await db
    .insertInto('nudge')
    .values({ message_id, person_id: person, ...asked, ...day, explanation })
    .returning('id')
    .executeTakeFirstOrThrow();
  return signToken(open.app.answers.keys, 'nudge', { id, key: message.key }, now + 30 * 86_400_000);
}

describe('an editor', () => {
  it('begins at what she writes, and opens no page of people', async () => {
    for (const path of [
      '/desk',
      '/desk/plan',
      '/desk/teams/1',
      '/desk/access',
      '/desk/settings/roles',
      '/desk/signals',
    ])
      expect((await editor.ask(path)).headers.get('location'), path).toBe('/desk/write');
    const page = await (await editor.ask('/desk/write')).text();
    expect(page).toContain('href="/desk/write" aria-current="page"');
    expect(page).not.toContain('href="/desk/plan"');
  });

  it('brings files in, sees them as page and mail, publishes them, and takes them out as files', async () => {
    expect((await bring('rugby-2018', kfc(), editor)).headers.get('location')).toBe(
      '/desk/write/rugby-2018?done=brought',
    );
    expect(await (await editor.ask('/desk/write/rugby-2018')).text()).toContain('Nothing to mend');
    const page = await (await editor.ask('/desk/write/rugby-2018/page')).text();
    expect(page).toContain('Seven hours outside the only depot');
    expect(page).toMatch(/id="source-1"/);
    const mail = await editor.ask('/desk/write/rugby-2018/as-mail/body');
    expect(mail.status).toBe(200);
    expect(await mail.text()).toContain('chicken lorries');
    const file = await editor.ask('/desk/write/rugby-2018/files/index.mdx');
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="index.mdx"');
    expect(await file.text()).toMatch(/^---\ntitle: Seven hours/);
    const out = await editor.ask('/desk/write/rugby-2018', { act: 'publish', version: '1' });
    expect(out.headers.get('location')).toBe('/desk/write/rugby-2018?done=published');
    expect(open.app.library.en.cases.some(({ id }) => id === 'house-rugby-2018')).toBe(true);
  });

  it('has every part of the form open without a fault of ours', async () => {
    for (const part of ['sources', 'about', 'story', 'figures', 'marks', 'teaches', 'questions', 'mail']) {
      const answer = await editor.ask(`/desk/write/rugby-2018/${part}`);
      expect([part, answer.status]).toEqual([part, 200]);
      expect(await answer.text(), part).toContain('name="version" value="1"');
    }
  });
});

describe('a case of the house', () => {
  it('opens for whoever was mailed about it, and for nobody else', async () => {
    const token = await aNudgeAbout('house-rugby-2018', 'the-way-back', 'never-switch-all-at-once');
    const answer = await (await fetch(`${url}/n/${token}`)).text();
    expect(answer).toContain(`href="/n/${token}/case"`);
    const page = await fetch(`${url}/n/${token}/case`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Seven hours outside the only depot');
    expect((await fetch(`${url}/n/${token.slice(0, -1)}X/case`)).status).toBe(404);
    const stranger = await fetch(`${url}/desk/write/rugby-2018/page`, { redirect: 'manual' });
    expect(stranger.headers.get('location')).toBe('/desk/sign-in');
    expect((await fetch(`${url}/cases/house-rugby-2018/`)).status).toBe(404);
  });

  it('is judged as it was mailed, and its choices stay themselves, though they change places before the answer', async () => {
    const { db } = open.app.store;
    const planned = { email: 'ben@works.example', askedId: 'house-rugby-2018/the-way-back', day: '2026-11-24', now };
    const mail = await aMailedNudge(open, { ...planned, kind: 'recall' });
    const typed = (await readPiece(db, 'rugby-2018'))?.typed ?? {};
    const rows = [1, 2, 3, 4].map((row) => `questions[1].choices[${row}].`);
    const right = rows.find((row) => `${row}because` in typed) ?? '';
    const wrong = rows.find((row) => row !== right) ?? '';
    // An author retypes each in the row of the other; the names beneath stay where they were.
    const moved = Object.entries(typed).map(([name, text]): [string, string] => {
      if (name.endsWith('.id')) return [name, text];
      if (name.startsWith(right)) return [name.replace(right, wrong), text];
      return [name.startsWith(wrong) ? name.replace(wrong, right) : name, text];
    });
    const posted = moved.filter(([name]) => name.startsWith('questions[') || name === 'decision');
    await editor.ask('/desk/write/rugby-2018/questions', { version: '1', ...Object.fromEntries(posted) });
    await editor.ask('/desk/write/rugby-2018', { act: 'publish', version: '2' });
    const now2 = (await readPiece(db, 'rugby-2018'))?.published?.typed ?? {};
    expect([now2[`${right}id`], now2[`${wrong}id`]]).toEqual([typed[`${wrong}id`], typed[`${right}id`]]);
    const link = new URL(answerLinks(mail)[0] ?? '');
    const body = new URLSearchParams({ choice: typed[`${right}id`] ?? '', sureness: 'sure' });
    const answered = await fetch(`${url}${link.pathname}`, { method: 'POST', body, headers: { Origin: url } });
    expect(await answered.text()).toContain(typed[`${right}because`]?.slice(0, 40));
    expect(await db.selectFrom('answer').select(['choice', 'right']).execute()).toEqual([
      { choice: typed[`${right}id`], right: 1 },
    ]);
  });

  it('is in the search of whoever may read it, sent once, and in nobody else’s', async () => {
    const asked = (who: SignedIn, more: Record<string, string> = {}) =>
      fetch(`${url}/desk/house.json?language=en`, { headers: { Cookie: who.cookie, ...more }, redirect: 'manual' });
    const answer = await asked(editor);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    expect(await answer.text()).toContain('Seven hours outside the only depot');
    const again = await asked(editor, { 'If-None-Match': answer.headers.get('etag') ?? '' });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const stranger = await fetch(`${url}/desk/house.json?language=en`, { redirect: 'manual' });
    expect([stranger.status, stranger.headers.get('location')]).toEqual([303, '/desk/sign-in']);
    await trainer.ask('/desk/settings/roles', { email: 'max@works.example', role: 'executive', act: 'give' });
    const executive = await signInOverHttp(url, open.received, 'max@works.example');
    expect((await asked(executive)).headers.get('location')).toBe('/desk/brief');
  });

  it.each([
    ['en', '/library/', 'chicken on two lorries', 'Written in this house'],
    ['ja', '/ja/library/', 'Rugby depot', '自社で作成'],
  ])('stands in the library of whoever is signed in and is found there (%s)', async (_, path, words, mark) => {
    const browser = await openBrowser();
    const context = await browser.newContext({ viewport: { width: 360, height: 800 } });
    await context.addCookies(cookiesOf(editor, url));
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    await page.goto(`${url}${path}`);
    const own = page.locator('[data-case="house-rugby-2018"]');
    await own.waitFor();
    await page.fill('#q', words);
    await page.waitForFunction(() => {
      const [first] = document.querySelectorAll('.results > li:not([hidden])');
      return first instanceof HTMLElement && first.dataset['case'] === 'house-rugby-2018';
    });
    expect(await own.textContent()).toContain(mark);
    expect(await own.locator('a').getAttribute('href')).toBe('/desk/write/rugby-2018/page');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(faults).toEqual([]);
    await browser.close();
  });

  it('is withdrawn by its name, and its draft stays', async () => {
    expect(await (await trainer.ask('/desk/write/rugby-2018?sure=withdraw')).text()).toContain('Withdraw “Seven hours');
    await trainer.ask('/desk/write/rugby-2018', { act: 'withdraw' });
    expect(open.app.library.en.cases.some(({ id }) => id.startsWith('house-'))).toBe(false);
    expect((await trainer.ask('/desk/write/rugby-2018')).status).toBe(200);
    expect((await trainer.ask('/desk/house.json')).status).toBe(204);
  });
});

describe('whatever is posted', () => {
  const nasty = [
    '---\ntitle: other\n---',
    '</textarea><script>alert(1)</script>',
    '{process.exit()}',
    'export const a = 1',
    'a\u0000b\u202ec\ufeff',
    '"; DROP TABLE piece; --',
    '[x]: javascript:alert(1)\n\n[x]',
    '&#x3C;script&#x3E;',
    '%%teamBar%% %%nothing%%',
    'x'.repeat(20_000),
    '日本語'.repeat(800),
  ];

  it.each(nasty)('is kept as text or refused, and drawn without running: %#', async (text) => {
    await editor.ask('/desk/write', { act: 'case', title: 'Odd things', year: '2018' });
    const opened = await (await editor.ask('/desk/write/odd-things-2018/story')).text();
    const version = /name="version" value="(\d+)"/.exec(opened)?.[1] ?? '';
    const saved = await editor.ask('/desk/write/odd-things-2018/story', { version, happened: text, same: text });
    expect([303, 422]).toContain(saved.status);
    for (const page of ['', '/story', '/page', '/as-mail']) {
      const answer = await editor.ask(`/desk/write/odd-things-2018${page}`);
      expect(answer.status, page).toBe(200);
      expect(await answer.text(), page).not.toMatch(/<script>alert|[\p{Bidi_Control}]/u);
    }
  });

  it('is refused whole where it is too large, or no file of ours', async () => {
    const before = await open.app.store.db.selectFrom('piece').selectAll().execute();
    const large = await editor.ask('/desk/write/odd-things-2018/story', { version: '1', happened: 'x'.repeat(70_000) });
    expect(large.status).toBe(413);
    const long = await editor.ask('/desk/write/odd-things-2018/story', { version: '1', happened: 'x'.repeat(20_001) });
    expect(long.status).toBe(422);
    for (const files of [{ 'a.bin': '\u0000' }, { 'mail.yaml': 'a: [' }, { 'index.mdx': 'no head' }])
      expect((await bring('odd-files', files, editor)).status).toBe(422);
    expect((await bring('odd-files', {}, editor)).status).toBe(422);
    expect(await open.app.store.db.selectFrom('piece').selectAll().execute()).toEqual(before);
  });

  it('finds no piece under an address that is none', async () => {
    for (const id of ['nothing', '%00', '..%2f..', "a'b", '<b>'])
      expect([303, 400, 404]).toContain((await editor.ask(`/desk/write/${id}`)).status);
  });
});

describe('a role', () => {
  it('ends in every browser when it is taken', async () => {
    expect((await editor.ask('/desk/write')).status).toBe(200);
    const taken = await trainer.ask('/desk/settings/roles', { email: ed, role: 'editor', act: 'take' });
    expect(taken.headers.get('location')).toBe('/desk/settings/roles?done=taken');
    expect((await editor.ask('/desk/write')).headers.get('location')).toBe('/desk/sign-in');
  });

  it('is given to addresses alone, and that of the settings stays', async () => {
    expect(
      (await trainer.ask('/desk/settings/roles', { email: 'no address', role: 'admin', act: 'give' })).status,
    ).toBe(422);
    expect((await trainer.ask('/desk/settings/roles', { email: ed, role: 'king', act: 'give' })).status).toBe(422);
    expect((await trainer.ask('/desk/settings/roles', { email: hana, role: 'admin', act: 'take' })).status).toBe(422);
  });
});
